import { useState } from 'react';
import { HandBoxForm } from '../../features/logistics/hand-box-to-station/hand-box-form.tsx';
import { ReceiveScreen } from '../../features/logistics/receive-box/receive-screen.tsx';
import { ReturnBoxForm } from '../../features/logistics/return-box/return-box-form.tsx';
import type { Schemas } from '../../shared/api/names.ts';
import { useAreas } from '../../shared/areas/area-names.tsx';
import { useWords } from '../../shared/language/language.ts';
import { Button } from '../../shared/ui/button.tsx';
import { SelectField } from '../../shared/ui/field.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';
import { LostButton } from './lost-button.tsx';

type Line = Schemas['ManifestLine'];
const isVillage = /^\d{10}$/;

/** Boxes come off a truck at an office, and go on from there: to their stations, or back. */
export function ReceivePage({ run }: { readonly run: Schemas['Manifest'] }) {
  const { t } = useWords();
  const { placeOf } = useAreas();
  const stations = run.lines.flatMap(({ station }) => station?.slice(0, 10) ?? []);
  const villages = isVillage.test(run.destination) ? [run.destination] : [...new Set(stations)].sort();
  const [village, setVillage] = useState(villages[0]);
  const [next, setNext] = useState<{ readonly line: Line; readonly act: 'hand-box' | 'return-box' }>();
  const close = (): void => setNext(undefined);
  if (village === undefined) return <p className="note warn">{t('manifest.empty')}</p>;
  const { line, act } = next ?? {};
  const box = line && { box: line.box, station: line.station ?? '' };
  return (
    <>
      {villages.length > 1 && (
        <SelectField label={t('receive.office')} choices={villages.map((value) => ({ value, label: placeOf(value) }))} value={village} onChoose={setVillage} />
      )}
      <ReceiveScreen
        run={run}
        village={village}
        unfound={({ box: named, station }) => station !== null && <LostButton box={{ box: named, station }} low />}
        next={(each) => (
          <span className="row">
            <Button low onClick={() => setNext({ line: each, act: 'hand-box' })}>
              {t('hand-box.title')}
            </Button>
            <Button low onClick={() => setNext({ line: each, act: 'return-box' })}>
              {t('return-box.title')}
            </Button>
          </span>
        )}
      />
      {box && act && (
        <Sheet title={t(`${act}.title`)} onClose={close}>
          {act === 'hand-box' ? <HandBoxForm box={box} onDone={close} /> : <ReturnBoxForm box={box} onDone={close} />}
        </Sheet>
      )}
    </>
  );
}
