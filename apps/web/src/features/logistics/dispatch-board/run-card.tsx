import { Link } from 'wouter';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { Moment } from '../../../shared/ui/times.tsx';
import { stageOf, type Run, type Stage } from './stages.ts';

const looks: Readonly<Record<Stage, string>> = { late: 'warn', loading: '', 'under-way': 'ok', planned: 'plain', arrived: 'plain' };

/** One run: whose truck, where to, how far, with how many boxes. */
export function RunCard({ run }: { readonly run: Run }) {
  const { t } = useWords();
  const { placeOf } = useAreas();
  const stage = stageOf(run);
  return (
    <Link href={`/run/${run.destination}/${run.dispatch}`} className={`card run ${looks[stage]}`}>
      <span className="row apart">
        <strong className="figures">{run.foundVehicle ?? run.vehicle ?? t('run.no-plate')}</strong>
        <span className="figures">→ {placeOf(run.destination)}</span>
      </span>
      <span className="figures block">{t('run.boxes', { planned: run.planned, loaded: run.loaded, brought: run.brought })}</span>
      <progress max={run.planned} value={stage === 'arrived' ? run.brought : run.loaded} aria-label={t(stage === 'arrived' ? 'run.received' : 'run.loaded')} />
      <span className="small quiet block">
        {run.checkpoint !== null && `${t('run.passed', { checkpoint: run.checkpoint })} · `}
        {run.since !== null && (
          <>
            {t(`run.since.${run.status}`)} <Moment when={run.since} />
          </>
        )}
      </span>
      {run.truckSeals && run.truckSeals.length > 0 && <span className="small figures block">{t('box.seals', { seals: run.truckSeals.join(', ') })}</span>}
      <span className="badges">
        {run.foundVehicle !== null && <span className="badge warn">{t('run.other-plate', { planned: run.vehicle ?? t('run.no-plate') })}</span>}
        {run.due !== null && stage !== 'arrived' && (
          <span className={`badge ${run.overdue ? 'warn' : ''}`}>
            {t(run.overdue ? 'run.overdue' : 'run.due')} <Moment when={run.due} />
          </span>
        )}
        {run.delay !== null && <span className="badge warn">{t('run.delayed')}</span>}
      </span>
    </Link>
  );
}
