import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { clockTime } from '../../../shared/time/say.ts';
import { Moment } from '../../../shared/ui/times.tsx';

type Change = Schemas['Change'];

/** Every correction, with what stood there before beside it. */
export function VisitChanges({ changes }: { readonly changes: readonly Change[] }) {
  const { t, language } = useWords();
  const shown = (change: Change, which: 'before' | 'after'): string => {
    const personal = which === 'before' ? change.personalBefore : change.personalAfter;
    const said = personal ?? change[which];
    if (said === null) return t('visit.nothing');
    return /^\d{4}-\d\d-\d\dT/.test(said) ? clockTime(said, language) : said;
  };
  if (changes.length === 0) return null;
  return (
    <section className="stack tight">
      <h3>{t('visit.corrections')}</h3>
      <ul className="stack tight">
        {changes.map((change) => (
          <li key={`${change.field} ${change.recorded}`} className="note stack tight">
            <strong>{t(`field.${change.field}`)}</strong>
            <div className="side-by-side">
              <div>
                <span className="small quiet block">{t('correct.stood')}</span>
                <s>{shown(change, 'before')}</s>
              </div>
              <div>
                <span className="small quiet block">{t('correct.now')}</span>
                {shown(change, 'after')}
              </div>
            </div>
            <span className="small quiet">
              {change.reason} · <Moment when={change.recorded} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
