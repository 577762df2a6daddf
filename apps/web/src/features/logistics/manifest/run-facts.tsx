import type { Schemas } from '../../../shared/api/names.ts';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords, type Say } from '../../../shared/language/language.ts';
import { Moment } from '../../../shared/ui/times.tsx';

const sealsSaid = (seals: readonly string[] | null, t: Say): string =>
  seals === null ? t('run.truck-seals.unsaid') : seals.length === 0 ? t('run.truck-seals.none') : seals.join(', ');

/** Who went along, where that was not as planned. */
const escortFound = ({ escort, foundEscort, foundEscortOthers }: Schemas['Manifest'], t: Say): string | null =>
  foundEscort === null && foundEscortOthers === null
    ? null
    : [t('run.guards', { guards: (foundEscort ?? escort).length }), foundEscortOthers].filter((each) => each !== null).join(', ');

/** What was planned of a run and, once it has left, what was found at its truck. */
export function RunFacts({ run }: { readonly run: Schemas['Manifest'] }) {
  const { t } = useWords();
  const { placeOf } = useAreas();
  const asFound = (found: string | null, planned: string): string => (found === null ? planned : t('run.unlike-planned', { found, planned }));
  const guards = (escort: readonly string[]): string => t('run.guards', { guards: escort.length });
  const facts = [
    [t('run.state'), t(`run.status.${run.status}`)],
    [t('run.destination'), placeOf(run.destination)],
    [t('run.vehicle'), asFound(run.foundVehicle, run.vehicle ?? t('run.no-plate'))],
    [t('run.driver'), asFound(run.foundDriver && (run.foundDriverName ?? t('person.unnamed')), run.driverName ?? t('person.unnamed'))],
    [t('run.escort'), asFound(escortFound(run, t), guards(run.escort))],
    ...(run.status === 'planned' ? [] : [[t('run.truck-seals'), sealsSaid(run.truckSeals, t)] as const]),
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
