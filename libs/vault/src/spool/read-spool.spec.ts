import { jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settableClock, uuidv7, type Actor } from '#kernel';
import { openReadSpool, type ReadSpool } from './read-spool.ts';

// Workers start slowly on a busy machine; how long they take decides nothing.
jest.setTimeout(60_000);

const start = Date.UTC(2023, 10, 30, 19, 13, 20);
const clock = settableClock(start);
const guard: Actor = { user: uuidv7(start), role: 'guard', post: uuidv7(start) };
const investigator: Actor = { user: uuidv7(start), role: 'investigator' };
const [a, b, c] = [uuidv7(start), uuidv7(start), uuidv7(start)].sort() as [string, string, string];
let folder: string;
let spool: ReadSpool;

const read = (subjects: readonly string[], more: { reader?: Actor; view?: string; at?: number } = {}) =>
  spool.record({ reader: guard, view: 'access.who-is-inside', subjects, at: clock.now(), ...more });

beforeEach(async () => {
  clock.set(start);
  folder = mkdtempSync(join(tmpdir(), 'saksi-spool-'));
  spool = await openReadSpool({ folder, clock, capacity: 20, subjectsPerEntry: 4 });
});
afterEach(async () => {
  await spool.close();
  rmSync(folder, { recursive: true });
});

describe('the spool of reads', () => {
  it('makes one entry of a reader, a view and a minute', async () => {
    await Promise.all([read([a, b]), read([b, c]), read([a], { reader: investigator }), read([a], { view: 'access.visits' })]);
    clock.set(start + 60_000);
    await read([a]);
    expect(await spool.drain()).toEqual([
      { id: expect.any(String) as string, reader: guard, view: 'access.who-is-inside', minute: start - 20_000, times: 2, subjects: [a, b, c] },
      { id: expect.any(String) as string, reader: investigator, view: 'access.who-is-inside', minute: start - 20_000, times: 1, subjects: [a] },
      { id: expect.any(String) as string, reader: guard, view: 'access.visits', minute: start - 20_000, times: 1, subjects: [a] },
    ]);
  });

  it('has nothing to say of a read that named nobody', async () => {
    expect(await read([])).toBe(true);
    expect(await spool.held()).toBe(0);
  });

  it('gives an entry again, unchanged, until it is drained; what is read late is another entry', async () => {
    await read([a]);
    clock.set(start + 60_000);
    const [first] = await spool.drain();
    await read([b], { at: start });
    const [again, late] = await spool.drain();
    expect(again).toEqual(first);
    expect(late).toMatchObject({ subjects: [b], times: 1 });
    await spool.drained([first?.id ?? '']);
    expect(await spool.drain()).toEqual([late]);
    await spool.drained([late?.id ?? '', first?.id ?? '', 'unknown']);
    expect(await spool.held()).toBe(0);
  });

  it('splits an entry that names too many', async () => {
    const many = Array.from({ length: 10 }, (_, n) => uuidv7(start + n));
    await read(many);
    clock.set(start + 60_000);
    const entries = await spool.drain();
    expect(entries.map(({ subjects }) => subjects.length)).toEqual([4, 4, 2]);
    expect(entries.flatMap(({ subjects }) => subjects).sort()).toEqual([...many].sort());
  });

  it('is full at its bound, says so, and takes again when it was drained', async () => {
    const outcomes: boolean[] = [];
    for (let n = 0; n < 20; n++) outcomes.push(await read([uuidv7(start + n)]));
    expect(outcomes[0]).toBe(true);
    expect(outcomes.at(-1)).toBe(false);
    expect(await spool.held()).toBeLessThanOrEqual(20);
    clock.set(start + 60_000);
    const drained = await spool.drain();
    expect(drained.flatMap(({ subjects }) => subjects)).toHaveLength(outcomes.filter((kept) => kept).length);
    await spool.drained(drained.map(({ id }) => id));
    expect(await read([a])).toBe(true);
  });

  it('still has everything after it was closed and opened', async () => {
    await read([a, b]);
    clock.set(start + 60_000);
    const before = await spool.drain();
    await spool.close();
    spool = await openReadSpool({ folder, clock });
    expect(await spool.drain()).toEqual(before);
    expect(await spool.held()).toBe(3);
  });
});
