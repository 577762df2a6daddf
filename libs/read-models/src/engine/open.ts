import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadModels } from '../port.ts';
import type { Report } from '../projector/messages.ts';
import { ReaderPool } from '../readers/reader-pool.ts';
import type { ReadModelsOptions } from './options.ts';
import { ProgressBoard } from './progress-board.ts';
import { ProjectorThread } from './projector-thread.ts';
import { Engine } from './read-models.ts';

/**
 * Opens this node's read models over the log and begins to bring them up to date; they may still be behind when this
 * resolves (see `status` and `caughtUp`). @throws ProjectorFailed when the projections cannot be loaded or the folder not be written
 */
export async function openReadModels(options: ReadModelsOptions): Promise<ReadModels> {
  const { store, modules, knownTypes, batchEvents = 5000, pollMs = 500, holdMs = 20, retryMs = 1000, namedChanges = 200, rowLimit = 10_000 } = options;
  const folder = join(options.folder, 'read-models');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const board = new ProgressBoard();
  const pool = new ReaderPool({
    readers: options.readers ?? 2,
    rowLimit,
    timeLimitMs: options.timeLimitMs ?? 5_000,
    maxWaiting: options.maxWaitingQueries ?? 2_000,
  });
  const report = (report: Report): void => {
    const before = new Map(board.contexts.flatMap(({ context, answering }) => (answering ? [[context, answering.file] as const] : [])));
    board.take(report);
    engine.take(report, before);
  };
  const projector = new ProjectorThread(
    store,
    { folder, modules, knownTypes, batchEvents, pollMs, holdMs, retryMs, namedChanges, rowLimit, sharedLog: !store.capabilities.soleWriter },
    {
      report,
      looked: (looked) => engine.looked(looked),
      failed(why) {
        board.failed(why);
        engine.lost();
      },
    },
  );
  // Reports come later, from another thread: the engine is there by then.
  const engine: Engine = new Engine({ store, board, pool, projector, rowLimit, lookWaitMs: options.lookWaitMs ?? 5_000 });
  try {
    await projector.start();
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}
