import { jest } from '@jest/globals';
import type { EventStore } from '#event-store';
import { openSqliteEventStore } from '#event-store';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rebuildIdentity } from '../checking/rebuild-identity.ts';
import { dumpTables } from '../checking/tables.ts';
import { builderFor } from '../declare/kysely.ts';
import { query } from '../declare/query.ts';
import { ProjectorFailed, TooManyRows } from '../errors.ts';
import type { Change, FindResult, PageKey, ReadModels } from '../port.ts';
import { memoryStore, night, record, recordVisits, visitId, visitStream } from '../testing/recorded-visits.ts';
import { admitted, countInside, left, presence, type PresenceTable, stranger } from '../testing/visits.ts';
import { openReadModels } from './open.ts';
import type { ReadModelsOptions } from './options.ts';

// A busy machine decides no test.
jest.setTimeout(120_000);

const modules = [new URL('../testing/visits.ts', import.meta.url).href];
const knownTypes = [admitted.type, left.type];
const db = builderFor<{ presence: PresenceTable }>();
const everyone = db.selectFrom('presence').selectAll().orderBy('entered');

let folder: string;
let store: EventStore;
let readModels: ReadModels | undefined;

const open = async (options: Partial<ReadModelsOptions> = {}): Promise<ReadModels> =>
  (readModels = await openReadModels({ folder, store, modules, knownTypes, readers: 1, pollMs: 50, ...options }));
const files = (): readonly string[] => readdirSync(join(folder, 'read-models')).filter((name) => name.endsWith('.db'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saksi-read-models-'));
});
afterEach(async () => {
  await readModels?.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

it('hear at once of what another node appends: the log itself tells the projector, not only who appended here', async () => {
  const shared = memoryStore();
  store = shared;
  // What this node appends is announced; what others append is not.
  const asSeenHere = new Proxy(shared, {
    get: (target, name) => {
      if (name === 'onAppended') return () => () => undefined;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (...given: unknown[]): unknown => Reflect.apply(value, target, given) : value;
    },
  });
  const models = await open({ store: asSeenHere, pollMs: 600_000 });
  const before = await recordVisits(shared, 1);
  await models.caughtUp(before);
  // So that the projector rests: a look that is still under way would see it anyway.
  await sleep(300);
  const heard = new Promise<Change>((resolve) => models.onChange(resolve));
  await recordVisits(shared, 1, 1);
  expect((await heard).position).toBeGreaterThan(before);
});

describe.each([
  ['in memory, read through a feed', async () => memoryStore()],
  ['in a file, read by the projector itself', async () => openSqliteEventStore({ folder })],
])('read models over a log %s', (_, openStore) => {
  beforeEach(async () => {
    store = await openStore();
  });

  it('project what stands in the log, and what is appended later', async () => {
    await recordVisits(store, 3);
    const models = await open();
    await models.caughtUp(await store.head());
    expect((await models.run(presence, everyone)).rows.map(({ visit, left: out }) => [visit, out])).toEqual([
      [visitId(0), null],
      [visitId(1), night + 1500],
      [visitId(2), null],
    ]);
    const head = await recordVisits(store, 1, 3);
    expect(await models.waitFor(head, 'gate', 5000)).toBe(true);
    expect(await models.run(presence, everyone)).toMatchObject({ position: head, rows: { length: 4 } });
  });

  it('give the first rows of more than an answer may have, in the order that was asked for', async () => {
    const models = await open({ rowLimit: 3 });
    await models.caughtUp(await recordVisits(store, 10));
    const last = db.selectFrom('presence').selectAll().orderBy('entered', 'desc');
    await expect(models.run(presence, last)).rejects.toThrow(TooManyRows);
    expect((await models.run(presence, last, 2)).rows.map(({ visit }) => visit)).toEqual([visitId(9), visitId(8)]);
  });

  it('answer a look after this process has seen its own append', async () => {
    const models = await open();
    for (let visit = 0; visit < 20; visit += 1) {
      const { position } = await record(store, visitStream(visit), admitted({ door: 'D0', badge: `T-${visit}` }), 0, { effectiveAt: night + visit });
      const answered = await models.ask(countInside({ door: 'D0' }));
      expect(answered.answer).toBe(visit + 1);
      expect(answered.position).toBeGreaterThanOrEqual(position);
    }
  });

  it('go on where they were after a restart', async () => {
    const head = await recordVisits(store, 5);
    await (await open()).caughtUp(head);
    await readModels?.close();
    const further = await recordVisits(store, 2, 5);
    const models = await open();
    await models.caughtUp(further);
    expect((await models.run(presence, everyone)).rows).toHaveLength(7);
    expect(files()).toHaveLength(1);
  });

  it('rebuild beside the live file, to identical tables', async () => {
    const head = await recordVisits(store, 50);
    const models = await open({ batchEvents: 7 });
    await models.caughtUp(head);
    const before = files();
    const seen: bigint[] = [];
    const [identity] = await rebuildIdentity(models, ({ position }) => seen.push(position));
    expect(identity).toEqual({ context: 'gate', differing: [], rows: { presence: 50, door_count: 3, saksi_parked: 0 } });
    expect(seen.length).toBeGreaterThan(3);
    expect(files()).toHaveLength(1);
    expect(files()).not.toEqual(before);
    expect((await models.run(presence, everyone)).rows).toHaveLength(50);
  });
});

class Visits {
  door!: string;
}
class VisitAnswer {
  visit!: string;
  entered!: number;
}

const visitsOfDoor = query(Visits)({
  name: 'gate.visits-of-door',
  summary: 'Visits of a door, the latest first.',
  roles: ['guard'],
  scope: () => 'everywhere',
  from: presence,
  answers: [VisitAnswer],
  find: ({ door }, tables) => tables.selectFrom('presence').select(['visit', 'entered']).where('door', '=', door),
  page: { by: [['entered', 'desc'], 'visit'], size: 3, max: 4 },
});

describe('read models', () => {
  const circumstances = { actor: { user: 'guard', role: 'guard' }, now: night } as const;

  beforeEach(() => {
    store = memoryStore();
  });

  it('answer a query page by page, each row once', async () => {
    const models = await open();
    await models.caughtUp(await recordVisits(store, 30));
    const seen: string[] = [];
    let after: PageKey | undefined;
    for (let pages = 0; pages < 4; pages++) {
      const page: FindResult<readonly VisitAnswer[]> = await models.find(visitsOfDoor, { door: 'D1' }, circumstances, after && { after });
      seen.push(...page.answer.map(({ visit }) => visit));
      after = page.next;
      if (!after) break;
    }
    expect(after).toBeUndefined();
    expect(seen).toEqual([28, 25, 22, 19, 16, 13, 10, 7, 4, 1].map(visitId));
    expect((await models.find(visitsOfDoor, { door: 'D1' }, circumstances, { size: 100 })).answer).toHaveLength(4);
  });

  it('wait for a position, and say when it did not come', async () => {
    const models = await open();
    const head = await recordVisits(store, 1);
    expect(await models.waitFor(head, 'gate', 60_000)).toBe(true);
    expect(await models.waitFor(head + 1n, 'gate', 20)).toBe(false);
  });

  it('announce which rows of which projection changed, by the keys that the steps declare', async () => {
    const models = await open();
    await models.caughtUp(0n);
    const changes: Change[] = [];
    models.onChange((change) => changes.push(change));
    const { position } = await record(store, visitStream(1), admitted({ door: 'D1', badge: 'T-1' }), 0, { effectiveAt: night });
    await models.waitFor(position, 'gate', 60_000);
    expect(changes).toEqual([
      { context: 'gate', projection: 'door-counts', position, keys: [visitId(1)] },
      { context: 'gate', projection: 'presence', position, keys: [visitId(1), 'D1'] },
    ]);
  });

  it('list parked events, and park the same again when they are retried over the same log', async () => {
    await record(store, visitStream(1), admitted({ door: 'D1', badge: 'T-1' }), 0, { effectiveAt: night });
    const { position } = await record(store, visitStream(2), admitted({ door: 'D1', badge: 'T-1' }), 0, { effectiveAt: night });
    const models = await open();
    await models.caughtUp(position);
    expect(await models.parked()).toMatchObject([
      { context: 'gate', projection: 'presence', stream: visitStream(2), revision: 0, position, type: admitted.type },
    ]);
    expect(models.status()).toMatchObject([{ context: 'gate', parked: 1, state: { kind: 'live' }, position, head: position, lagMs: 0 }]);
    // Deterministic: a rebuild over the same log parks the same.
    expect(await models.retryParked()).toMatchObject([{ context: 'gate', events: 2 }]);
    expect(await models.parked()).toHaveLength(1);
  });

  it('stop at an event that this build does not know, and go on answering what was before it', async () => {
    const head = await recordVisits(store, 2);
    const models = await open();
    await models.caughtUp(head);
    const { position } = await record(store, visitStream(9), stranger(), 0, { effectiveAt: night });
    await expect(models.caughtUp(position)).rejects.toThrow('which this build does not know');
    expect((await models.run(presence, everyone)).rows).toHaveLength(2);
  });

  it('have what was committed moved into the file itself while they go on', async () => {
    const models = await open();
    await models.caughtUp(await recordVisits(store, 3));
    const [{ file } = { file: '' }] = models.status();
    const alone = join(folder, 'alone.db');
    // Without its write-ahead log the copy holds what was checkpointed.
    for (let found = 0; found < 3;) {
      copyFileSync(file, alone);
      // A copy that was made meanwhile may be torn.
      const tables = await dumpTables(alone).catch(() => undefined);
      found = tables?.['presence']?.length ?? 0;
    }
    expect((await models.run(presence, everyone)).rows).toHaveLength(3);
  });

  it('say what is wrong when a projection cannot be loaded', async () => {
    await expect(open({ modules: [new URL('../testing/no-such-module.ts', import.meta.url).href] })).rejects.toThrow(ProjectorFailed);
    readModels = undefined;
  });
});
