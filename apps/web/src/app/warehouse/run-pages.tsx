import { Redirect, Route, Switch } from 'wouter';
import type { Warehouse } from '../../shared/logistics/warehouses.ts';
import { ManifestLines } from '../../features/logistics/manifest/manifest-lines.tsx';
import { RunFacts } from '../../features/logistics/manifest/run-facts.tsx';
import { RunPapers } from '../../features/logistics/papers/run-papers.tsx';
import { ContentsOfRun } from '../../features/logistics/planned-contents/contents-of-run.tsx';
import type { Schemas } from '../../shared/api/names.ts';
import { useAreas } from '../../shared/areas/area-names.tsx';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { PageHead } from '../../shared/ui/pages.tsx';
import { LostButton } from './lost-button.tsx';
import { RunSteps, RunStepPages, type OfRun } from './run-steps.tsx';

/** One run, from its plan to its arrival: each step of it is a page of its own. */
export function RunPages({ warehouse, ...of }: OfRun & { readonly warehouse: Warehouse }) {
  return (
    <Switch>
      <Route path="/">
        <RunPage {...of} />
      </Route>
      <Route path="/:step">{({ step }) => <RunStepPages step={step} warehouse={warehouse} {...of} />}</Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}

/** A box that should have come with the truck, and that nobody received. */
const unfound = ({ box, station, state }: Schemas['ManifestLine']) => state === 'on-truck' && station !== null && <LostButton box={{ box, station }} low />;

/** How the run stands: what it was planned to be, and what became of each box. */
function RunPage({ destination, dispatch }: OfRun) {
  const { t } = useWords();
  const { nameOf } = useAreas();
  const manifest = useAnswer('logistics.manifest', { destination, dispatch });
  return (
    <>
      <PageHead
        title={t('run.title', { vehicle: manifest.answer?.value.foundVehicle ?? manifest.answer?.value.vehicle ?? '', destination: nameOf(destination) })}
        back="~/gudang"
      />
      <Shown of={manifest}>
        {(run) => (
          <>
            <RunSteps status={run.status} />
            <RunFacts run={run} />
            <RunPapers destination={destination} dispatch={dispatch} />
            <ContentsOfRun run={run} />
            <ManifestLines lines={run.lines} act={run.status === 'arrived' ? unfound : undefined} />
          </>
        )}
      </Shown>
    </>
  );
}
