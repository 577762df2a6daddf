import Database from 'better-sqlite3';
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newScene } from '../contract/scene.ts';
import { EventStoreUnopenable } from '../errors.ts';
import { Child } from '../testing/child.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openSqliteEventStore } from './open.ts';

/** To root every file is writable: there the store is opened by a process of another user. */
const root = process.getuid?.() === 0;
const nobody = 65_534;
const saying = (part: string): string => expect.stringContaining(part) as string;

describe('a log that cannot be opened', () => {
  let [folder, remove] = ['', (): void => undefined];
  const log = (): string => join(folder, 'log.db');
  beforeEach(() => ({ folder, remove } = temporaryFolder()));
  afterEach(() => remove());

  const record = async (): Promise<void> => {
    const store = await openSqliteEventStore({ folder, reserveBytes: 0 });
    const scene = await newScene(store);
    for (let index = 0; index < 20; index++) await store.append(scene.stream(`${index}`), scene.events(`${index}`, 20), 'none');
    await store.close();
  };
  const opened = (): Promise<unknown> =>
    openSqliteEventStore({ folder, reserveBytes: 0 }).then(
      (store) => store.close(),
      (error: unknown) => error,
    );

  it('is no database', async () => {
    writeFileSync(log(), 'This is a letter to the commission, not a log.'.repeat(200));
    const error = await opened();
    expect(error).toBeInstanceOf(EventStoreUnopenable);
    expect(error).toMatchObject({ reason: 'not-a-database', file: log(), message: saying('restore the last backup') });
    expect(readFileSync(log(), 'utf8')).toContain('a letter to the commission');
  }, 60_000);

  it("is another program's database", async () => {
    new Database(log()).exec('CREATE TABLE recipes (name TEXT)').close();
    expect(await opened()).toMatchObject({ reason: 'foreign', message: saying('another program') });
  }, 60_000);

  it('was written by a newer Saksi', async () => {
    await record();
    const db = new Database(log());
    db.pragma('user_version = 99');
    db.close();
    expect(await opened()).toMatchObject({ reason: 'newer', message: saying('Upgrade') });
  }, 60_000);

  it('is damaged: said at opening when it shows, else when it is read and by the check', async () => {
    await record();
    const bytes = readFileSync(log());
    writeFileSync(log(), Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(4_000, 0xee), bytes.subarray(4_100)]));
    expect(await opened()).toMatchObject({ reason: 'corrupt', message: saying('saksi doctor') });

    writeFileSync(log(), Buffer.concat([bytes.subarray(0, 40_960), Buffer.alloc(bytes.length - 40_960, 0xee)]));
    const store = await openSqliteEventStore({ folder, reserveBytes: 0 }).catch((error: unknown) => error);
    if (!(store instanceof Error) && typeof store === 'object' && store && 'readAll' in store)
      throw new Error('A log without its last pages was opened without complaint.');
    expect(store).toMatchObject({ reason: 'corrupt' });
  }, 60_000);

  it('is held by another program', async () => {
    await record();
    const shell = new Database(log());
    shell.pragma('locking_mode = EXCLUSIVE');
    shell.exec('BEGIN EXCLUSIVE');
    expect(await opened()).toMatchObject({ reason: 'locked', message: saying('Another program holds') });
    shell.exec('ROLLBACK');
    shell.close();
    expect(await opened()).toBeUndefined();
  }, 60_000);

  it('is a folder', async () => {
    mkdirSync(log());
    expect(await opened()).toMatchObject({ reason: 'no-permission' });
  }, 60_000);

  describe('for want of permission', () => {
    const openedByAnother = async (): Promise<unknown> => {
      const child = new Child('opening', [folder], root ? { uid: nobody, gid: nobody } : {});
      return JSON.parse((await child.line()) ?? '{}');
    };
    beforeEach(async () => {
      await record();
      if (root) for (const path of [folder, join(folder, 'lock.db'), log()]) chownSync(path, nobody, nobody);
    }, 60_000);

    it('may be read but not written', async () => {
      chmodSync(log(), 0o444);
      expect(await openedByAnother()).toMatchObject({
        name: 'EventStoreUnopenable',
        reason: 'no-permission',
        message: saying('may read and write it'),
      });
      chmodSync(log(), 0o600);
      expect(await openedByAnother()).toMatchObject({ name: 'opened' });
    }, 60_000);

    it('may not be read', async () => {
      chmodSync(log(), 0o000);
      expect(await openedByAnother()).toMatchObject({ name: 'EventStoreUnopenable', reason: 'no-permission' });
      chmodSync(log(), 0o600);
    }, 60_000);

    it('stands in a folder that may not be written', async () => {
      chmodSync(folder, 0o500);
      expect(await openedByAnother()).toMatchObject({ name: 'EventStoreUnopenable', message: saying('folder') });
      chmodSync(folder, 0o700);
    }, 60_000);
  });
});
