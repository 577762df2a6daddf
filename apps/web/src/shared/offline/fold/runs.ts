import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { text, when } from './text.ts';

type Run = Schemas['RunOnBoard'];
interface Runs {
  readonly items: readonly Run[];
}

/** The runs, as far as they came and with the boxes that they took, by what was told here. */
export function withRuns(value: unknown, _args: object, waiting: readonly Content[]): Runs {
  const runs = value as Runs;
  return { ...runs, items: runs.items.map((run) => waiting.filter(({ body }) => body['dispatch'] === run.dispatch).reduce(step, run)) };
}

function step(run: Run, content: Content): Run {
  const { name, body } = content;
  const since = when(content);
  switch (name) {
    case 'logistics.load-box':
      return body['loaded'] === true ? { ...run, onTruck: run.onTruck + 1 } : run;
    case 'logistics.receive-box':
      return { ...run, onTruck: Math.max(0, run.onTruck - 1), received: run.received + 1 };
    case 'logistics.depart-dispatch':
      return { ...run, status: 'under-way', since };
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
