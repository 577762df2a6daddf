import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { ContentsList } from './contents-list.tsx';

const keyOf = ({ station, contest }: { readonly station: string | null; readonly contest: string | null }): string => `${station ?? ''} ${contest ?? ''}`;

/** Which boxes of a run do not hold what they are to hold. Nothing when all do, or while nobody can say. */
export function ContentsOfRun({ run: { destination, lines } }: { readonly run: Schemas['Manifest'] }) {
  const { t } = useWords();
  const { answer } = useAnswer('logistics.planned-contents', { area: destination, differing: true, limit: 5_000 });
  const carried = new Set(lines.map(keyOf));
  const items = answer?.value.items.filter((each) => carried.has(keyOf(each))) ?? [];
  const boxes = new Set(items.map(({ box }) => box)).size;
  if (boxes === 0) return null;
  return (
    <details className="note warn">
      <summary>
        <strong>{t('contents.of-run', { boxes })}</strong>
      </summary>
      <ContentsList items={items} />
    </details>
  );
}
