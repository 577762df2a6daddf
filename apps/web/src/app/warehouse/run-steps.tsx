import { Clock, Flag, MapPin, PackageCheck, ScanBarcode, Truck, type LucideIcon } from 'lucide-react';
import { Link, Redirect, useLocation } from 'wouter';
import { ArriveForm } from '../../features/logistics/arrive-dispatch/arrive-form.tsx';
import { DepartForm } from '../../features/logistics/depart-dispatch/depart-form.tsx';
import { LoadScreen } from '../../features/logistics/load-box/load-screen.tsx';
import { CheckpointForm } from '../../features/logistics/record-checkpoint/checkpoint-form.tsx';
import { DelayForm } from '../../features/logistics/report-delay/delay-form.tsx';
import type { Role, Schemas } from '../../shared/api/names.ts';
import { useWords } from '../../shared/language/language.ts';
import { areaOf, type Warehouse } from '../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { PageHead } from '../../shared/ui/pages.tsx';
import { ReceivePage } from './receive-page.tsx';

export interface OfRun {
  readonly destination: string;
  readonly dispatch: string;
}

const names = ['load', 'depart', 'checkpoint', 'delay', 'arrive', 'receive'] as const;
type StepName = (typeof names)[number];

interface Step {
  readonly icon: LucideIcon;
  readonly when: readonly Schemas['Manifest']['status'][];
  readonly by: readonly Role[];
}

const steps: Readonly<Record<StepName, Step>> = {
  load: { icon: ScanBarcode, when: ['planned'], by: ['dispatcher'] },
  depart: { icon: Truck, when: ['planned'], by: ['dispatcher', 'commander'] },
  checkpoint: { icon: MapPin, when: ['under-way'], by: ['dispatcher', 'commander'] },
  arrive: { icon: Flag, when: ['under-way'], by: ['dispatcher', 'commander'] },
  receive: { icon: PackageCheck, when: ['arrived'], by: ['dispatcher', 'station-officer'] },
  delay: { icon: Clock, when: ['planned', 'under-way'], by: ['dispatcher', 'commander'] },
};

/** What can be done with a run now, the likeliest first. */
export function RunSteps({ status }: { readonly status: Schemas['Manifest']['status'] }) {
  const { t } = useWords();
  const me = useMe();
  const open = Object.entries(steps).flatMap(([name, step]) => (step.when.includes(status) && holds(me, ...step.by) ? [{ name, ...step }] : []));
  return (
    <nav className="run-steps row" aria-label={t('step.all')}>
      {open.map(({ name, icon: Icon }, index) => (
        <Link key={name} href={`/${name}`} className={index === 0 ? 'button acts' : 'button'}>
          <Icon aria-hidden size={22} />
          {t(`step.${name as StepName}`)}
        </Link>
      ))}
    </nav>
  );
}

interface PagesProps extends OfRun {
  readonly step: string;
  readonly warehouse: Warehouse;
}

/** One step of a run, on a page of its own. */
export function RunStepPages({ step, warehouse, destination, dispatch }: PagesProps) {
  const { t } = useWords();
  const area = areaOf(useMe(), warehouse);
  const name = names.find((each) => each === step);
  if (name === undefined) return <Redirect to="/" replace />;
  return (
    <>
      <PageHead title={t(`step.${name}`)} />
      {name === 'load' ? (
        <LoadScreen destination={destination} dispatch={dispatch} area={area} />
      ) : (
        <div className="narrow-form">
          <FormOf name={name} of={{ destination, dispatch }} area={area} />
        </div>
      )}
    </>
  );
}

function FormOf({ name, of, area }: { readonly name: Exclude<StepName, 'load'>; readonly of: OfRun; readonly area: string }) {
  const [, go] = useLocation();
  const manifest = useAnswer('logistics.manifest', { ...of });
  const done = (): void => go('/');
  return (
    <Shown of={manifest}>
      {(run) => {
        switch (name) {
          case 'depart':
            return <DepartForm run={run} onDone={done} />;
          case 'checkpoint':
            return <CheckpointForm of={of} truckSeals={run.truckSeals} area={area} onDone={done} />;
          case 'delay':
            return <DelayForm of={of} onDone={done} />;
          case 'receive':
            return <ReceivePage run={run} />;
          case 'arrive':
            return <ArriveForm run={run} onDone={done} />;
          default:
            return name satisfies never;
        }
      }}
    </Shown>
  );
}
