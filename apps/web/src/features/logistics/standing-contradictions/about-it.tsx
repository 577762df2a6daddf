import { Link } from 'wouter';
import type { Schemas } from '../../../shared/api/names.ts';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { BoxName } from '../../../shared/logistics/box-name.tsx';
import { useAnswer } from '../../../shared/offline/index.ts';

export type Run = Schemas['RunOnBoard'];

interface AboutProps {
  readonly area: string;
  readonly ids: readonly string[];
  readonly runs: ReadonlyMap<string, Run>;
}

/** The boxes and the runs that it is about, each with the way to it. An id that is neither says nothing to anybody. */
export function AboutIt({ area, ids, runs }: AboutProps) {
  return (
    <span className="row">
      {ids.map((id) => {
        const run = runs.get(id);
        return run ? <AboutRun key={id} run={run} /> : <AboutBox key={id} area={area} box={id} />;
      })}
    </span>
  );
}

function AboutRun({ run: { dispatch, destination, vehicle } }: { readonly run: Run }) {
  const { t } = useWords();
  const { nameOf } = useAreas();
  return (
    <Link href={`~/gudang/run/${destination}/${dispatch}`} className="button low">
      {t('run.title', { vehicle: vehicle ?? t('run.no-plate'), destination: nameOf(destination) })}
    </Link>
  );
}

function AboutBox({ area, box }: Pick<AboutProps, 'area'> & { readonly box: string }) {
  const found = useAnswer('logistics.box-whereabouts', { area, box }).answer?.value.items[0];
  return (
    found && (
      <Link href={`~/gudang/box/${found.station}/${box}`} className="button low">
        <BoxName box={found} />
      </Link>
    )
  );
}
