import { VillageOf } from '../areas/village-of.tsx';
import { useWords } from '../language/language.ts';
import { shortCode } from '../scanning/label.ts';
import { contestName } from './names.ts';

interface Named {
  readonly box: string;
  readonly station: string | null;
  readonly contest: string | null;
}

/** A box as people tell it to each other: whose it is, and how its code ends. */
export function BoxName({ box: { box, station, contest } }: { readonly box: Named }) {
  const { t } = useWords();
  return (
    <span className="figures box-name">
      {station === null ? t('box.no-station') : t('box.name', { station, contest: contestName(contest, t) })}
      <VillageOf station={station} /> <span className="small quiet">{shortCode(box)}</span>
    </span>
  );
}
