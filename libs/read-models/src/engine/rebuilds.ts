import { ProjectorFailed, ReadModelsClosed } from '../errors.ts';
import type { RebuildProgress } from '../port.ts';
import type { ProgressBoard } from './progress-board.ts';

/** How far a filling file is. Counts begin where the file was when the meter was made: a rebuild may go on from before a restart. */
export class RebuildMeter {
  readonly #context: string;
  readonly #board: ProgressBoard;
  readonly #answering: string | undefined;
  readonly #eventsBefore: number;
  readonly #startedAt = performance.now();
  #last: RebuildProgress;

  constructor(context: string, board: ProgressBoard) {
    const { answering, filling } = board.report(context);
    this.#context = context;
    this.#board = board;
    this.#answering = answering?.file;
    this.#eventsBefore = filling?.events ?? 0;
    this.#last = { context, position: filling?.position ?? 0n, head: board.head, events: 0, eventsPerSecond: 0 };
  }

  /** The progress now; after the swap, that of the file which took over. */
  read(): RebuildProgress {
    const { answering, filling } = this.#board.report(this.#context);
    const file = filling ?? (answering?.file === this.#answering ? undefined : answering);
    if (!file) return this.#last;
    const events = file.events - this.#eventsBefore;
    const seconds = (performance.now() - this.#startedAt) / 1000;
    this.#last = {
      context: this.#context,
      position: file.position,
      head: this.#board.head,
      events,
      eventsPerSecond: seconds > 0 ? Math.round(events / seconds) : 0,
    };
    return this.#last;
  }
}

/** Follows one rebuild to its end: from the file that answers now to another that does. */
export async function followRebuild(
  context: string,
  board: ProgressBoard,
  ask: () => void,
  closed: () => boolean,
  onProgress?: (progress: RebuildProgress) => void,
): Promise<RebuildProgress> {
  const before = board.report(context).answering?.file;
  const meter = new RebuildMeter(context, board);
  ask();
  let failure: string | undefined;
  await board.wait(() => {
    if (closed()) return true;
    const progress = meter.read();
    onProgress?.(progress);
    const report = board.report(context);
    const state = board.state(report);
    failure = state.kind === 'unknown-event' ? `the log holds an event of the type "${state.type}", which this build does not know` : undefined;
    return failure !== undefined || (report.answering !== undefined && report.answering.file !== before);
  });
  if (closed()) throw new ReadModelsClosed();
  if (failure) throw new ProjectorFailed(failure);
  return meter.read();
}
