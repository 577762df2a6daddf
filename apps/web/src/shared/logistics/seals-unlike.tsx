import { useWords } from '../language/language.ts';
import { unlike } from './seals.ts';

/** Seals as they are found that are not those that were put on: which lack, and which should not be there. */
export function SealsUnlike({ sealed, found }: { readonly sealed: readonly string[]; readonly found: readonly string[] }) {
  const { t } = useWords();
  const differs = unlike(sealed, found);
  if (!differs) return null;
  return (
    <div className="note alarm" role="alert">
      <strong>{t('receive.mismatch')}</strong>
      {differs.lacking.length > 0 && <p className="figures">{t('receive.lacking', { seals: differs.lacking.join(', ') })}</p>}
      {differs.strange.length > 0 && <p className="figures">{t('receive.strange', { seals: differs.strange.join(', ') })}</p>}
    </div>
  );
}
