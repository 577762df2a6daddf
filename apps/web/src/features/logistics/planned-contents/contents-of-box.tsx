import { useWords } from '../../../shared/language/language.ts';
import { ContentLines } from '../../../shared/logistics/content-lines.tsx';
import { useAnswer } from '../../../shared/offline/index.ts';

/** What one box is to hold against what was drawn for it. Nothing while nobody can say. */
export function ContentsOfBox({ station, contest }: { readonly station: string; readonly contest: string }) {
  const { t } = useWords();
  const { answer } = useAnswer('logistics.planned-contents', { area: station, limit: 500 });
  if (!answer) return null;
  const lines = answer.value.items.filter((each) => each.contest === contest).map(({ item, planned, drawn }) => ({ item, planned, packed: drawn }));
  return (
    <section className="stack tight">
      <h3>{t('contents.title')}</h3>
      {lines.length === 0 ? <p className="quiet">{t('contents.no-plan')}</p> : <ContentLines lines={lines} />}
    </section>
  );
}
