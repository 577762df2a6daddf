import { useState, type ReactNode } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { serverNow } from '../../../shared/time/clock.ts';
import { localInput, ofLocalInput } from '../../../shared/time/say.ts';
import { TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';
import { BoxChoice } from './box-choice.tsx';
import { byVillage, destinationOf, type BoxAtHand } from './boxes-at-hand.ts';

const hour = 3_600_000;
/** What one truck may carry. */
const most = 1_000;

interface PlanProps {
  readonly warehouse: string;
  /** Those of one district that are on no run. */
  readonly boxes: readonly BoxAtHand[];
  readonly escort: ReadonlySet<string>;
  /** Where it is chosen who goes along. */
  readonly children: ReactNode;
  readonly onDone: (run: { readonly dispatch: string; readonly destination: string }) => void;
}

/** Which truck and driver, guarded by whom, bring which boxes, and by when. */
export function PlanForm({ warehouse, boxes, escort, children, onDone }: PlanProps) {
  const { t } = useWords();
  const { nameOf } = useAreas();
  const [villages, setVillages] = useState<ReadonlySet<string>>(() => new Set(byVillage(boxes).map(({ area }) => area)));
  const [vehicle, setVehicle] = useState('');
  const [driver, setDriver] = useState('');
  const [due, setDue] = useState(() => localInput(serverNow() + 4 * hour));
  const recording = useRecording();
  const chosen = boxes.filter(({ station }) => villages.has(station.slice(0, 10)));
  const destination = destinationOf([...villages]);
  const until = ofLocalInput(due);
  const whole = chosen.length > 0 && chosen.length <= most && escort.size > 0 && vehicle.trim() !== '' && driver.trim() !== '';
  const send =
    !whole || destination === undefined || until === undefined
      ? undefined
      : async (): Promise<void> => {
          const dispatch = uuidv7();
          const body = {
            dispatch,
            destination,
            warehouse,
            driver: uuidv7(),
            driverName: { value: driver.trim() },
            vehicle: { value: vehicle.trim().toUpperCase() },
            escort: [...escort],
            boxes: chosen.map(({ box }) => box),
            due: until,
          };
          const { kind } = await recording.tell(
            'logistics.plan-dispatch',
            body,
            t('plan.said', { vehicle: body.vehicle.value, destination: nameOf(destination), boxes: chosen.length }),
          );
          if (kind !== 'refused') onDone({ dispatch, destination });
        };
  return (
    <CommandForm act={t('plan.act')} recording={recording} send={send}>
      <BoxChoice boxes={boxes} villages={villages} onChoose={setVillages} />
      {chosen.length > 0 && (
        <p className={`note figures ${chosen.length > most ? 'warn' : ''}`} role="status">
          {t(chosen.length > most ? 'plan.too-many' : 'plan.chosen', { boxes: chosen.length, most })}
        </p>
      )}
      <TextField label={t('plan.vehicle')} value={vehicle} maxLength={20} onChange={({ target }) => setVehicle(target.value)} />
      <TextField label={t('plan.driver')} value={driver} maxLength={120} onChange={({ target }) => setDriver(target.value)} />
      {children}
      <TextField label={t('run.due')} type="datetime-local" value={due} onChange={({ target }) => setDue(target.value)} />
    </CommandForm>
  );
}
