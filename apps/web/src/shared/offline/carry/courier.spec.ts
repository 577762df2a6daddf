import type { Keep } from '../keep/database.ts';
import { allEntries, entriesIn, isRecorded, settle, toDecide } from '../keep/entries.ts';
import type { Entry } from '../keep/entry.ts';
import { makeServer, newKeep, saveSome, start } from '../testing/phone.ts';
import { nextBatch } from './batch.ts';
import { carryOn, type Carried, type Road } from './courier.ts';

const { serverKey } = await makeServer();
const problem = { type: '', title: '', status: 403, detail: '', code: 'forbidden' };
const receiptAt = (position: number, command = 'c') => ({
  command,
  stream: 's',
  firstRevision: 0,
  lastRevision: 0,
  position: String(position),
  contradicts: [],
  marks: [],
});

let keep: Keep;
beforeEach(async () => {
  keep = await newKeep();
});

/** A server that records what it is brought, once, and that can be away, refuse, or be put back. */
class Server implements Road {
  readonly log: string[] = [];
  readonly refuses = new Set<string>();
  away = 0;
  brought = 0;
  rested = 0;
  readonly done: () => void;

  constructor(done: () => void) {
    this.done = done;
  }
  now = (): number => start;

  async bring(entries: Parameters<Road['bring']>[0]): Promise<readonly Carried[]> {
    this.brought += 1;
    if (this.away > 0) {
      this.away -= 1;
      // Half of all answers are lost after the server has written.
      if (this.away % 2 === 0) this.#take(entries);
      throw new TypeError('Failed to fetch');
    }
    return this.#take(entries);
  }

  #take(entries: Parameters<Road['bring']>[0]): readonly Carried[] {
    const refused = new Set<string>();
    return entries.map(({ id, stream }): Carried => {
      if (refused.has(stream)) return { entry: id, outcome: 'held-back' };
      if (this.refuses.has(id)) {
        refused.add(stream);
        return { entry: id, outcome: 'refused', problem };
      }
      if (!this.log.includes(id)) this.log.push(id);
      return { entry: id, outcome: 'recorded', receipt: receiptAt(this.log.indexOf(id) + 1, id) };
    });
  }

  missing = (ids: readonly string[]): Promise<readonly string[]> => Promise.resolve(ids.filter((id) => !this.log.includes(id)));

  /** Never really waits; ends when the queue is idle. */
  async rest(_: number, why: 'no-work' | 'failed'): Promise<void> {
    this.rested += 1;
    if (why === 'no-work') this.done();
  }
}

/** Carries until nothing is left to be carried. */
async function carry(prepare: (server: Server) => void = () => undefined, tabs = 1): Promise<Server> {
  const ending = new AbortController();
  const server = new Server(() => ending.abort());
  prepare(server);
  const parts = { keep, road: server, changed: () => Promise.resolve(), progress: () => undefined };
  await Promise.all(Array.from({ length: tabs }, () => carryOn(parts, ending.signal)));
  return server;
}

const orderOf = async (ids: readonly string[]): Promise<readonly string[]> =>
  (await entriesIn(keep, 'recorded')).map(({ id }) => id).filter((id) => ids.includes(id));

describe('the courier', () => {
  it('brings everything in its order, many at once', async () => {
    const ids = await saveSome(
      keep,
      serverKey,
      Array.from({ length: 120 }, (_, n) => ({ visit: `v${n % 7}` })),
    );
    const server = await carry();
    expect(server.log).toEqual(ids);
    expect(server.brought).toBe(3);
    expect((await entriesIn(keep, 'recorded')).length).toBe(120);
  });

  it('goes on after every failure, and nothing stands twice', async () => {
    const ids = await saveSome(keep, serverKey, [{}, { visit: 'v2' }, {}]);
    const server = await carry((road) => (road.away = 5));
    expect(server.log).toEqual(ids);
    expect(server.rested).toBeGreaterThanOrEqual(5);
  });

  it('leaves what is refused to a person, with what comes after it in the same record, and carries the rest', async () => {
    const [refused = '', after = '', other = ''] = await saveSome(keep, serverKey, [{}, {}, { visit: 'v2' }]);
    const server = await carry((road) => road.refuses.add(refused));
    expect(server.log).toEqual([other]);
    expect((await allEntries(keep)).map(({ id, state }) => [id, state])).toEqual([
      [refused, 'to-decide'],
      [after, 'waiting'],
      [other, 'recorded'],
    ]);
  });

  it('offers again what a log that was put back has lost', async () => {
    const ids = await saveSome(keep, serverKey, [{}, { visit: 'v2' }, { visit: 'v3' }]);
    for (const [index, id] of ids.entries()) await isRecorded(keep, id, receiptAt(index + 1), start);
    const server = await carry((road) => road.log.push(ids[0]!));
    expect(server.log).toEqual(ids);
    expect(await orderOf(ids)).toHaveLength(3);
  });

  it('is one over all tabs', async () => {
    const ids = await saveSome(keep, serverKey, [{}, { visit: 'v2' }]);
    const server = await carry(() => undefined, 3);
    expect([server.log, server.brought]).toEqual([ids, 1]);
  });
});

describe('the next batch', () => {
  const entry = (order: number, what: Partial<Entry> = {}): Entry => ({
    id: `e${order}`,
    order,
    author: 'a',
    device: 'd',
    seq: order,
    name: 'n',
    stream: `s${order}`,
    alarm: false,
    savedAt: start,
    sealed: 'x',
    state: 'waiting',
    ...what,
  });
  const batch = (...entries: readonly Entry[]): readonly string[] => nextBatch(entries, start).map(({ id }) => id);

  it('begins with alarms, and with what comes before them in the same record', () =>
    expect(batch(entry(1), entry(2, { stream: 'm' }), entry(3), entry(4, { stream: 'm', alarm: true }))).toEqual(['e2', 'e4', 'e1', 'e3']));

  it('leaves what is being asked, and what comes after it', () =>
    expect(batch(entry(1, { stream: 'v', askedUntil: start + 1 }), entry(2, { stream: 'v' }), entry(3))).toEqual(['e3']));

  it('takes what was asked and never answered', () => expect(batch(entry(1, { askedUntil: start }))).toEqual(['e1']));

  it('takes what came before an entry that is to be decided', () =>
    expect(batch(entry(1, { stream: 'v' }), entry(2, { stream: 'v', state: 'to-decide' }), entry(3, { stream: 'v' }))).toEqual(['e1']));

  it('is not too large to be taken', () => {
    const large = 'x'.repeat(50_000);
    expect(batch(...Array.from({ length: 9 }, (_, n) => entry(n + 1, { sealed: large })))).toHaveLength(4);
    expect(batch(entry(1, { sealed: 'x'.repeat(500_000) }))).toEqual(['e1']);
    expect(batch(entry(1, { sealed: 'x'.repeat(180_000) }), entry(2, { sealed: large }))).toEqual(['e1']);
  });

  it('is empty when all is done', async () => {
    const [id = ''] = await saveSome(keep, serverKey, [{}]);
    await settle(keep, id, toDecide(problem));
    expect(nextBatch(await allEntries(keep), start)).toEqual([]);
  });
});
