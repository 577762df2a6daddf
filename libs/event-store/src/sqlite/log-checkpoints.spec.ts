import { jest } from '@jest/globals';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { LogCheckpoints } from './log-checkpoints.ts';
import { checkpointed, openForWriting } from './log-file.ts';

describe('the checkpoints of a log', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
  afterEach(() => jest.useRealTimers());

  /** A lock whose checkpoints are answered when the spec says so, and a writer; what each was asked for. */
  function scene() {
    const asked: string[] = [];
    const answers: ((pages: number) => void)[] = [];
    const lock: FolderLock = {
      folder: '/data',
      checkpoint: (file) => (asked.push(file), new Promise((resolve) => answers.push(resolve))),
      letGo: () => (asked.push('let go'), Promise.resolve()),
      release: () => Promise.resolve(),
    };
    const checkpoints = new LogCheckpoints('log.db', lock, { settle: () => asked.push('settle') });
    const due = async (): Promise<void> => (jest.runOnlyPendingTimers(), turn());
    const done = async (pages: number): Promise<void> => (answers.shift()?.(pages), turn());
    return { asked, checkpoints, due, done };
  }

  it('come once for many appends, and not without one', async () => {
    const { asked, checkpoints, due, done } = scene();
    await due();
    for (let append = 0; append < 3; append++) checkpoints.appended();
    await due();
    await done(10);
    await due();
    expect(asked).toEqual(['log.db']);
  });

  it('come again for what was appended during one, but not before it has ended', async () => {
    const { asked, checkpoints, due, done } = scene();
    checkpoints.appended();
    await due();
    checkpoints.appended();
    await due();
    expect(asked).toEqual(['log.db']);
    await done(10);
    await due();
    expect(asked).toEqual(['log.db', 'log.db']);
  });

  it('leave the last pages of a long write-ahead log to the writer', async () => {
    const { asked, checkpoints, due, done } = scene();
    checkpoints.appended();
    await due();
    await done(2_000);
    expect(asked).toEqual(['log.db', 'log.db']);
    await done(2_010);
    expect(asked).toEqual(['log.db', 'log.db', 'settle']);
  });

  it('end with the log', async () => {
    const { asked, checkpoints, due } = scene();
    checkpoints.appended();
    await checkpoints.close();
    checkpoints.appended();
    await due();
    expect(asked).toEqual(['let go']);
  });
});

describe('the thread that holds the lock', () => {
  it('moves what was committed into the file, so that the writer begins its write-ahead log anew instead of making it longer', async () => {
    const { folder, remove } = temporaryFolder();
    const file = join(folder, 'log.db');
    const lock = await lockFolder(folder);
    const db = openForWriting(file);
    const insert = db.prepare('INSERT INTO streams (name) VALUES (?)');
    const commit = (from: number): void => {
      for (let row = from; row < from + 50; row++) insert.run(`visit-${row}`);
    };
    commit(0);
    const length = statSync(`${file}-wal`).size;
    for (let round = 1; round < 5; round++) {
      expect(await lock.checkpoint(file)).toBeGreaterThan(0);
      checkpointed(db);
      commit(round * 50);
    }
    expect(statSync(`${file}-wal`).size).toBeLessThan(2 * length);
    await lock.letGo();
    db.close();
    await lock.release();
    remove();
  });

  it('goes on when a file cannot be checkpointed, and does nothing once it has let the folder go', async () => {
    const { folder, remove } = temporaryFolder();
    const lock = await lockFolder(folder);
    expect(await lock.checkpoint(join(folder, 'missing.db'))).toBe(0);
    await lock.release();
    expect(await lock.checkpoint(join(folder, 'missing.db'))).toBe(0);
    await lock.letGo();
    remove();
  });
});
