import { Redirect, Route, Switch } from 'wouter';
import { ManifestLines } from '../../features/logistics/manifest/manifest-lines.tsx';
import { RunFacts } from '../../features/logistics/manifest/run-facts.tsx';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { PageHead } from '../../shared/ui/pages.tsx';

interface OfRun {
  readonly destination: string;
  readonly dispatch: string;
}

/** One run, from its plan to its arrival: each step of it is a page of its own. */
export function RunPages(of: OfRun) {
  return (
    <Switch>
      <Route path="/">
        <RunPage {...of} />
      </Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}

/** How the run stands: what it was planned to be, and what became of each box. */
function RunPage({ destination, dispatch }: OfRun) {
  const { t } = useWords();
  const manifest = useAnswer('logistics.manifest', { destination, dispatch });
  return (
    <>
      <PageHead title={t('run.title', { vehicle: manifest.answer?.value.vehicle ?? '', destination })} back="~/gudang" />
      <Shown of={manifest}>
        {(run) => (
          <>
            <RunFacts run={run} />
            <ManifestLines lines={run.lines} />
          </>
        )}
      </Shown>
    </>
  );
}
