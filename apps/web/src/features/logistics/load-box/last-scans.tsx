import { Check, OctagonX, RotateCcw, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { Key } from '../../../shared/language/keys.ts';
import { useWords } from '../../../shared/language/language.ts';
import { BoxName } from '../../../shared/logistics/box-name.tsx';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Sheet } from '../../../shared/ui/sheet.tsx';
import type { KnownBox, Verdict } from './judge.ts';
import type { Scan } from './loading.ts';

interface ScansProps {
  readonly scans: readonly Scan[];
  /** Where the run starts from. */
  readonly warehouse: string | null;
  readonly onTakeOff: (box: KnownBox, village: string, warehouse: string) => Promise<void>;
}

/** The last ones, the latest first. None can be taken back; that a box came off the truck again can be told. */
export function LastScans({ scans, warehouse, onTakeOff }: ScansProps) {
  const { t } = useWords();
  const [off, setOff] = useState<KnownBox>();
  const warehouses = useAnswer('logistics.warehouses', { limit: 500 });
  const from = warehouses.answer?.value.items.find((each) => each.warehouse === warehouse);
  const boxes = scans.flatMap((scan) => ('box' in scan.verdict ? [{ ...scan, box: scan.verdict.box, look: lookOf(scan) }] : []));
  if (boxes.length === 0) return null;
  return (
    <section className="stack tight">
      <h2>{t('load.last')}</h2>
      <ul className="last-scans">
        {boxes.map(({ number, box, look: { icon: Icon, name, said } }) => (
          <li key={number} className={name}>
            <Icon aria-hidden size={22} />
            <span className="hidden-but-read">{t(said)}</span>
            <BoxName box={box} />
            {name === 'right' && from && (
              <Button low onClick={() => setOff(box)}>
                {t('load.came-off')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {off && from && (
        <Sheet title={t('load.came-off.title')} onClose={() => setOff(undefined)}>
          <BoxName box={off} />
          <p>{t('load.came-off.what', { warehouse: from.name })}</p>
          <Button does="alarms" wide onClick={() => void onTakeOff(off, from.village, from.warehouse).then(() => setOff(undefined))}>
            {t('load.came-off.act')}
          </Button>
          <Button wide onClick={() => setOff(undefined)}>
            {t('load.came-off.not')}
          </Button>
        </Sheet>
      )}
    </section>
  );
}

interface Look {
  readonly name: 'right' | 'again' | 'wrong';
  readonly icon: LucideIcon;
  readonly said: Key;
}

const looks: Readonly<Record<Look['name'], Look>> = {
  right: { name: 'right', icon: Check, said: 'load.badge.right' },
  again: { name: 'again', icon: RotateCcw, said: 'load.badge.again' },
  wrong: { name: 'wrong', icon: OctagonX, said: 'load.badge.wrong' },
};

function lookOf({ verdict, problem }: { readonly verdict: Verdict; readonly problem?: unknown }): Look {
  if (problem !== undefined || verdict.kind === 'wrong') return looks.wrong;
  return verdict.kind === 'right' ? looks.right : looks.again;
}
