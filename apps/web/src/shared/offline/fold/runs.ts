import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { personal, text, texts, when } from './text.ts';

type Run = Schemas['RunOnBoard'];
interface Runs {
  readonly items: readonly Run[];
}

/** The runs, as far as they came and with the boxes that they took, by what was told here. */
export function withRuns(value: unknown, args: object, waiting: readonly Content[]): Runs {
  const { area = '' } = args as { readonly area?: string };
  const runs = waiting.reduce<Runs>((known, content) => planned(known, content, area), value as Runs);
  return { ...runs, items: runs.items.map((run) => waiting.filter(({ body }) => body['dispatch'] === run.dispatch).reduce(step, run)) };
}

function step(run: Run, content: Content): Run {
  const { name, body } = content;
  const since = when(content);
  switch (name) {
    case 'logistics.load-box':
      return body['loaded'] === true ? { ...run, onTruck: run.onTruck + 1, loaded: run.loaded + 1 } : run;
    case 'logistics.receive-box':
      return { ...run, onTruck: Math.max(0, run.onTruck - 1), received: run.received + 1, brought: run.brought + 1 };
    case 'logistics.depart-dispatch':
      return { ...run, status: 'under-way', since, truckSeals: texts(body['seals']), foundVehicle: personal(body['vehicle']) };
    case 'logistics.record-checkpoint':
      return { ...run, status: 'under-way', since, checkpoint: text(body['checkpoint']) };
    case 'logistics.report-delay':
      return { ...run, due: text(body['due']), delay: text(body['reason']), overdue: false };
    case 'logistics.arrive-dispatch':
      return { ...run, status: 'arrived', since, overdue: false };
    default:
      return run;
  }
}

/** A run that was planned here, as the server would answer as far as this phone knows. */
function planned(runs: Runs, content: Content, area: string): Runs {
  const { name, body } = content;
  const [dispatch, destination] = [text(body['dispatch']), text(body['destination'])];
  const isNew = name === 'logistics.plan-dispatch' && destination.startsWith(area) && !runs.items.some((run) => run.dispatch === dispatch);
  if (!isNew) return runs;
  const run: Run = {
    dispatch,
    destination,
    warehouse: text(body['warehouse']),
    vehicle: personal(body['vehicle']),
    foundVehicle: null,
    truckSeals: null,
    status: 'planned',
    since: when(content),
    event: null,
    checkpoint: null,
    due: text(body['due']),
    delay: null,
    overdue: false,
    planned: Array.isArray(body['boxes']) ? body['boxes'].length : 0,
    onTruck: 0,
    received: 0,
    loaded: 0,
    brought: 0,
  };
  return { ...runs, items: [...runs.items, run] };
}
