import Database from 'better-sqlite3';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { content, newScene, wholeLog } from '../contract/scene.ts';
import { EventStoreUnavailable } from '../errors.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { sqliteMaintenance } from './maintenance.ts';
import { openSqliteEventStore } from './open.ts';

describe('looking after a log', () => {
  let [folder, remove] = ['', (): void => undefined];
  beforeEach(() => ({ folder, remove } = temporaryFolder()));
  afterEach(() => remove());

  const recorded = async () => {
    const store = await openSqliteEventStore({ folder, reserveBytes: 0 });
    const scene = await newScene(store);
    for (const name of ['a', 'b', 'c'])
      await store.append(scene.stream(name), scene.events(name, 5), 'none', { receipt: { command: scene.id(name), user: 'guard', digest: Uint8Array.of(1) } });
    return { store, scene, maintenance: sqliteMaintenance(join(folder, 'log.db')) };
  };

  it('copies the log while appends go on: a beginning of it with all that was acknowledged before', async () => {
    const { store, scene, maintenance } = await recorded();
    const other = temporaryFolder();
    const to = join(other.folder, 'log.db');
    const appending = Promise.all(Array.from({ length: 50 }, (_, index) => store.append(scene.stream(`${index}`), scene.events(`during ${index}`, 2), 'none')));
    const { head, bytes } = await maintenance.backupTo(to);
    await appending;
    expect(bytes).toBeGreaterThan(0);
    expect(existsSync(`${to}.part`)).toBe(false);
    const log = await wholeLog(store);
    await store.close();
    const restored = await openSqliteEventStore({ folder: other.folder, reserveBytes: 0 });
    expect(await restored.head()).toBe(head);
    expect(head >= 15n).toBe(true);
    expect((await wholeLog(restored)).map(content)).toEqual(log.slice(0, Number(head)).map(content));
    expect((await restored.receipt(scene.id('c')))?.position).toBe(15n);
    await restored.close();
    other.remove();
  }, 60_000);

  it('never overwrites a file, and says why it cannot copy', async () => {
    const { store, maintenance } = await recorded();
    const there = join(folder, 'there.db');
    writeFileSync(there, 'something');
    await expect(maintenance.backupTo(there)).rejects.toThrow(/exists already/);
    await expect(maintenance.backupTo(join(folder, 'no', 'such', 'folder.db'))).rejects.toBeInstanceOf(EventStoreUnavailable);
    await store.close();
  }, 60_000);

  it('finds a sound log sound', async () => {
    const { store, maintenance } = await recorded();
    expect(await maintenance.checkIntegrity()).toEqual({ events: 15, streams: 3, head: 15n, problems: [] });
    expect(await store.capabilities.maintenance?.checkIntegrity()).toMatchObject({ problems: [] });
    await store.close();
  }, 60_000);

  it.each<[string, string, RegExp]>([
    ['a missing event', 'DELETE FROM events WHERE stream = 2 AND revision = 2', /has 4 events between revisions 0 and 4/],
    ['a missing beginning', 'DELETE FROM events WHERE stream = 1 AND revision = 0', /between revisions 1 and 4/],
    ['data that is no canonical JSON', `UPDATE events SET data = CAST('{"b":1, "a":2}' AS BLOB) WHERE position = 7`, /data of the event at 7 is not canonical/],
    ['metadata that is no JSON', `UPDATE events SET metadata = x'ff' WHERE position = 8`, /metadata of the event at 8 is not canonical/],
    ['events in disorder', 'UPDATE events SET position = 100 WHERE position = 6', /event 1 stands before the event that it follows/],
    ['a lost name', 'DELETE FROM streams WHERE id = 3', /events of a stream without a name/],
    [
      'a receipt without its events',
      'DELETE FROM events WHERE stream = 3; DELETE FROM streams WHERE id = 3',
      /receipt of command .* names an event that is not there/,
    ],
  ])(
    'finds %s',
    async (_, harm, problem) => {
      const { store, maintenance } = await recorded();
      await store.close();
      const db = new Database(join(folder, 'log.db'));
      if (/(UPDATE|FROM) events/.test(harm)) expect(() => db.exec(harm)).toThrow(/an event is never (changed|deleted)/);
      db.exec(`DROP TRIGGER events_never_change; DROP TRIGGER events_never_go; ${harm}`);
      db.close();
      expect((await maintenance.checkIntegrity()).problems).toContainEqual(expect.stringMatching(problem));
    },
    60_000,
  );
});
