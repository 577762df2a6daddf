import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { Lateness, Moment } from '../../../shared/ui/times.tsx';

type Visit = Schemas['VisitWhole'];

const notes = ['organisation', 'host', 'purpose', 'vehicle', 'items'] as const;
const times = ['reported', 'entered', 'allowedUntil', 'left', 'exitNotObserved'] as const;

/** A visit as it reads now, after all corrections. */
export function VisitFacts({ visit }: { readonly visit: Visit }) {
  const { t } = useWords();
  return (
    <dl className="facts">
      <dt>{t('field.status')}</dt>
      <dd>
        {t(`status.${visit.status}`)} <Lateness ms={visit.lateMs} />
      </dd>
      {visit.badge !== null && (
        <>
          <dt>{t('field.badge')}</dt>
          <dd>{visit.badge}</dd>
        </>
      )}
      {visit.identityType !== null && (
        <>
          <dt>{t('field.identity')}</dt>
          <dd>
            {t(`identity-type.${visit.identityType}`)} {visit.identityNumber ?? ''}
          </dd>
        </>
      )}
      {notes.map((field) => {
        const said = visit[field];
        return said === null ? null : (
          <div key={field} className="contents">
            <dt>{t(`field.${field}`)}</dt>
            <dd>{said}</dd>
          </div>
        );
      })}
      {times.map((field) => {
        const when = visit[field];
        return when === null ? null : (
          <div key={field} className="contents">
            <dt>{t(`field.${field}`)}</dt>
            <dd>
              <Moment when={when} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
