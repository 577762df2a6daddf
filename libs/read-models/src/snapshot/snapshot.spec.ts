import { openMemoryEventStore, type EventStore } from '#event-store';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { dumpTables } from '../checking/tables.ts';
import { openReadModels } from '../engine/open.ts';
import { SnapshotUnusable } from '../errors.ts';
import type { ReadModels } from '../port.ts';
import { memoryStore, recordVisits } from '../testing/recorded-visits.ts';
import { admitted, left } from '../testing/visits.ts';
import { placeReadModels } from './place.ts';

const modules = [new URL('../testing/visits.ts', import.meta.url).href];
const opened: ReadModels[] = [];
let all: string;
let store: EventStore;

const open = async (folder: string, log = store): Promise<ReadModels> => {
  const readModels = await openReadModels({ folder, store: log, modules, knownTypes: [admitted.type, left.type], readers: 1, pollMs: 20 });
  opened.push(readModels);
  return readModels;
};
const folderOf = (name: string): string => {
  const folder = join(all, name);
  mkdirSync(folder, { recursive: true });
  return folder;
};
/** A snapshot of a node that has seen so many visits. */
const snapshotOf = async (visits: number, name = 'snapshot'): Promise<string> => {
  await recordVisits(store, visits);
  const readModels = await open(folderOf('node'));
  await readModels.caughtUp(await store.head());
  await readModels.copyTo(folderOf(name));
  return join(all, name);
};
const place = (from: string, folder: string, log: EventStore = store, from2 = modules) => placeReadModels({ folder, from, modules: from2, log });

beforeEach(() => {
  all = mkdtempSync(join(tmpdir(), 'saksi-snapshot-'));
  store = memoryStore();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
  await store.close();
  rmSync(all, { recursive: true });
});

it('gives another node the same tables, from which it goes on', async () => {
  const snapshot = await snapshotOf(20);
  const [copy] = await place(snapshot, folderOf('other'));
  expect(copy).toMatchObject({ context: 'gate', position: await store.head(), events: 30 });
  const before = await dumpTables(join(snapshot, 'gate.db'));
  const other = await open(join(all, 'other'));
  // It answers at once: nothing has to be filled first.
  expect(other.status()[0]?.state.kind).not.toBe('rebuilding');
  const head = await recordVisits(store, 5, 20);
  await other.caughtUp(head);
  await opened[0]?.caughtUp(head);
  const [mine, theirs] = await Promise.all([other, opened[0]].map((each) => dumpTables(each?.status()[0]?.file ?? '')));
  expect(mine).toEqual(theirs);
  expect(mine?.['presence']?.length).toBe((before['presence']?.length ?? 0) + 5);
});

it('is as of one instant of each file while the projector writes', async () => {
  const snapshot = await snapshotOf(5);
  const enough = new AbortController();
  let visits = 5;
  const writing = (async () => {
    for (; !enough.signal.aborted; visits++) await recordVisits(store, 1, visits).then(() => turn());
  })();
  const [copy] = (await opened[0]?.copyTo(folderOf('busy'))) ?? [];
  enough.abort();
  await writing;
  const { presence = [] } = await dumpTables(join(all, 'busy', 'gate.db'));
  // So many visits as there were admissions up to its position: neither fewer nor more.
  let admissions = 0;
  for await (const batch of store.readAll({ types: [admitted.type] })) admissions += batch.filter(({ position }) => position <= (copy?.position ?? 0n)).length;
  expect(presence).toHaveLength(admissions);
  expect(readdirSync(snapshot)).toEqual(['gate.db']);
});

it('is refused by a log that does not hold what it saw last', async () => {
  const snapshot = await snapshotOf(3);
  const another = openMemoryEventStore();
  await expect(place(snapshot, folderOf('other'), another)).rejects.toThrow(/from another log, or from a later state of this one/);
  await recordVisits(another, 9, 50);
  await expect(place(snapshot, join(all, 'other'), another)).rejects.toBeInstanceOf(SnapshotUnusable);
  expect(readdirSync(join(all, 'other'))).toEqual([]);
  await another.close();
});

it('is refused by a build whose views are others, and when it is damaged', async () => {
  const snapshot = await snapshotOf(3);
  const others = [new URL('../testing/other-visits.ts', import.meta.url).href];
  await expect(place(snapshot, folderOf('other'), store, others)).rejects.toThrow(/made by another version of Saksi: its views of gate are of version/);
  writeFileSync(join(snapshot, 'gate.db'), 'no database');
  await expect(place(snapshot, join(all, 'other'))).rejects.toThrow(/Its views of gate are damaged/);
  rmSync(join(snapshot, 'gate.db'));
  await expect(place(snapshot, join(all, 'other'))).rejects.toThrow(/has no views of gate/);
  expect(readdirSync(join(all, 'other'))).toEqual([]);
});

it('never takes the place of views that are there', async () => {
  const snapshot = await snapshotOf(3);
  await expect(place(snapshot, join(all, 'node'))).rejects.toThrow(/never overwrites/);
});
