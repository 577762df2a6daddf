import { Link } from 'wouter';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';

/** How much does not fit in an area, and how much of it nobody has explained. Nothing when all is well, or while nobody can say. */
export function ContradictionSummary({ area }: { readonly area: string }) {
  const { t } = useWords();
  const items = useAnswer('logistics.standing-contradictions', { area, limit: 100 }).answer?.value.items ?? [];
  if (items.length === 0) return null;
  const open = items.filter(({ explanations }) => explanations.length === 0).length;
  const explained = items.length - open;
  return (
    <Link href="~/gudang/contradictions" className={`note block ${open > 0 ? 'alarm' : 'warn'}`}>
      <strong>{open === 0 ? t('doubt.all-explained') : t('doubt.summary', { open })}</strong>
      {explained > 0 && ` · ${t('doubt.summary-explained', { explained })}`}
    </Link>
  );
}
