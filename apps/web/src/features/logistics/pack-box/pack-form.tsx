import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { ContentLines } from '../../../shared/logistics/content-lines.tsx';
import { drawAll } from '../../../shared/logistics/draws.ts';
import { LotQuantities, wantedOf, type Typed } from '../../../shared/logistics/lot-quantities.tsx';
import { contestName, contestsKnown, figure, itemName } from '../../../shared/logistics/names.ts';
import type { Warehouse } from '../../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Chips, TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';
import { againstPlan, asPlanned } from './as-planned.ts';
import { asStation, isStation } from './station.ts';

interface PackProps {
  readonly warehouse: Warehouse;
  readonly lots: readonly Schemas['LotFound'][];
  /** Where it is known before. */
  readonly of?: { readonly station: string; readonly contest: string } | undefined;
  readonly onDone: (packed: { readonly box: string; readonly station: string }) => void;
}

/** A box for a station and an election: its ballots are drawn from their lot for this very box, and then it is packed. */
export function PackForm({ warehouse: { warehouse, zones }, lots, of, onDone }: PackProps) {
  const { t, language } = useWords();
  const [own] = useState(() => uuidv7());
  const [station, setStation] = useState(of?.station ?? '');
  const [contest, setContest] = useState<string>(of?.contest ?? contestsKnown[0]);
  const [zone, setZone] = useState<string>();
  const [typed, setTyped] = useState<Typed>({});
  const recording = useRecording();
  const plans = useAnswer('logistics.planned-contents', isStation(station) ? { area: station, limit: 500 } : undefined);
  const plan = plans.answer?.value.items.filter((each) => each.contest === contest) ?? [];
  const isPacked = plan.some(({ packedAs }) => packedAs !== null);
  // Under the id of its plan, so that what is drawn for it counts there; another box for the same station has an id of its own.
  const box = isPacked ? own : (plan[0]?.box ?? own);
  const ballots = lots.filter(({ item, quantity }) => item === `ballot-${contest}` && quantity > 0);
  const others = lots.filter(({ item, quantity }) => !item.startsWith('ballot-') && quantity > 0);
  const fitting = [...ballots, ...others];
  const wanted = wantedOf(warehouse, fitting, typed);
  const send =
    zone === undefined || !isStation(station) || plans.waiting || wanted.length === 0
      ? undefined
      : async (): Promise<void> => {
          const draws = await drawAll(
            wanted,
            {
              purpose: 'box',
              boundFor: box,
              said: ({ of, quantity }) => t('lot.drawn', { item: itemName(of.item, t), quantity: figure(quantity, language) }),
            },
            recording.tell,
          );
          if (!draws) return;
          const said = t('pack.said', { station, contest: contestName(contest, t) });
          const { kind } = await recording.tell('logistics.pack-box', { box, station, contest, warehouse, zone, draws: [...draws] }, said);
          if (kind !== 'refused') onDone({ box, station });
        };
  return (
    <CommandForm act={t('pack.act')} recording={recording} send={send}>
      <TextField
        label={t('pack.station')}
        hint={t('pack.station.hint')}
        inputMode="numeric"
        maxLength={14}
        value={station}
        onChange={({ target }) => setStation(asStation(target.value))}
      />
      <Chips
        label={t('pack.contest')}
        choices={contestsKnown.map((value) => ({ value, label: t(`contest.${value}`) }))}
        value={contest}
        onChoose={setContest}
      />
      {plan.length > 0 && (
        <section className="stack tight">
          <div className="row apart">
            <h3>{t('contents.title')}</h3>
            <Button low onClick={() => setTyped({ ...typed, ...asPlanned(plan, fitting) })}>
              {t('contents.fill')}
            </Button>
          </div>
          {isPacked && <p className="note warn">{t('pack.packed-before')}</p>}
          <ContentLines lines={againstPlan(plan, fitting, typed)} />
        </section>
      )}
      {plans.answer && plan.length === 0 && <p className="quiet">{t('contents.no-plan')}</p>}
      <LotQuantities lots={fitting} typed={typed} onChange={setTyped} />
      <Chips
        label={t('pack.zone')}
        choices={zones.map((each) => ({ value: each.zone, label: `${each.code} · ${each.name}` }))}
        value={zone}
        onChoose={setZone}
      />
    </CommandForm>
  );
}
