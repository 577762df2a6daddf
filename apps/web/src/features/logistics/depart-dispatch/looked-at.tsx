import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { toggled } from '../../../shared/ui/toggled.ts';

export const looks = ['seals', 'plate', 'driver', 'escort'] as const;
export type Look = (typeof looks)[number];

interface LookedProps {
  readonly run: Schemas['Manifest'];
  readonly seen: ReadonlySet<Look>;
  readonly onSee: (seen: ReadonlySet<Look>) => void;
}

/** What stands in the plan beside what stands before one's eyes: one tap each. */
export function LookedAt({ run, seen, onSee }: LookedProps) {
  const { t } = useWords();
  const sealed = run.lines.filter(({ state, seals }) => state === 'on-truck' && seals.length > 0).length;
  const says: Readonly<Record<Look, string>> = {
    seals: t('depart.seals', { boxes: sealed }),
    plate: run.vehicle ?? t('run.no-plate'),
    driver: run.driverName ?? t('person.unnamed'),
    escort: t('run.guards', { guards: run.escort.length }),
  };
  return (
    <fieldset className="stack tight">
      <legend>{t('depart.look')}</legend>
      {looks.map((look) => (
        <label key={look} className={`card seen ${seen.has(look) ? 'ok' : ''}`}>
          <input type="checkbox" checked={seen.has(look)} onChange={() => onSee(toggled(seen, look))} />
          <span className="grow">
            <span className="small quiet block">{t(`depart.look.${look}`)}</span>
            <strong className="figures">{says[look]}</strong>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
