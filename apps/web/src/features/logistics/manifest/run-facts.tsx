import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { Moment } from '../../../shared/ui/times.tsx';

/** What was planned of a run. */
export function RunFacts({ run }: { readonly run: Schemas['Manifest'] }) {
  const { t } = useWords();
  const facts = [
    [t('run.state'), t(`run.status.${run.status}`)],
    [t('run.destination'), run.destination],
    [t('run.vehicle'), run.vehicle ?? t('run.no-plate')],
    [t('run.driver'), run.driverName ?? t('person.unnamed')],
    [t('run.escort'), t('run.guards', { guards: run.escort.length })],
    [t('run.due'), run.due === null ? '–' : <Moment key="due" when={run.due} full />],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
