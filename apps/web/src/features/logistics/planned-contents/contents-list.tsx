import { Link } from 'wouter';
import type { Schemas } from '../../../shared/api/names.ts';
import { VillageOf } from '../../../shared/areas/village-of.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { ContentLines } from '../../../shared/logistics/content-lines.tsx';
import { contestName } from '../../../shared/logistics/names.ts';

type Planned = Schemas['PlannedContent'];

/** By box: what it is to hold, and holds. What is packed leads to its history, what is not to its packing. */
export function ContentsList({ items }: { readonly items: readonly Planned[] }) {
  const { t } = useWords();
  return (
    <ul className="contents-list">
      {[...Map.groupBy(items, ({ box }) => box)].map(([box, ofBox]) => {
        const [{ station, contest, packedAs } = {}] = ofBox;
        if (station === undefined || contest === undefined) return null;
        const to = typeof packedAs === 'string' ? `~/gudang/box/${station}/${packedAs}` : `~/gudang/pack/${station}/${contest}`;
        return (
          <li key={box} className="card plain stack tight">
            <span className="row apart">
              <Link href={to} className="lot row">
                <strong className="figures">{t('box.name', { station, contest: contestName(contest, t) })}</strong>
                <VillageOf station={station} />
              </Link>
              {packedAs === null && <span className="badge">{t('contents.to-pack')}</span>}
            </span>
            <ContentLines lines={ofBox.map(({ item, planned, drawn }) => ({ item, planned, packed: drawn }))} />
          </li>
        );
      })}
    </ul>
  );
}
