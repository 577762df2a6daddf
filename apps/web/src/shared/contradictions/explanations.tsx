import type { Role, Schemas } from '../api/names.ts';
import { useWords, type Say } from '../language/language.ts';
import { Lateness, Moment } from '../ui/times.tsx';

/** How people say that a contradiction came about; they stand side by side. */
export function Explanations({ of }: { readonly of: readonly Schemas['Explanation'][] }) {
  const { t } = useWords();
  return of.map(({ event, explanation, at: when, lateMs, role, voice }) => (
    <blockquote key={event} className="note">
      <span className="block">{explanation ?? t('doubt.explanation-erased')}</span>
      <span className="small quiet">
        {t('doubt.explained')} <Moment when={when} /> {byWhom(role, t)} <Lateness ms={lateMs} />
        {voice === 'testified' && <span className="badge late">{t('voice.testified')}</span>}
      </span>
    </blockquote>
  ));
}

const explaining = ['squad-leader', 'dispatcher', 'commander', 'investigator'] as const satisfies readonly Role[];

/** Nothing of what waits here: the server says in which role it was told. */
function byWhom(named: string, t: Say): string {
  const role = explaining.find((each) => each === named);
  return role === undefined ? named : t('doubt.explained-by', { role: t(`role.${role}`) });
}
