import type { Batch, EventStore, SubscribeOptions } from '../port.ts';
import { idsOf, type Scene } from './scene.ts';

/** A subscription that a clause reads step by step; it ends with the clause. */
class Listening {
  readonly ids: string[] = [];
  readonly batches: Batch[] = [];
  readonly #iterator: AsyncIterator<Batch>;
  readonly #ending = new AbortController();

  constructor(store: EventStore, options: Omit<SubscribeOptions, 'signal'>) {
    this.#iterator = store.subscribe({ ...options, signal: this.#ending.signal })[Symbol.asyncIterator]();
  }

  async next(): Promise<Batch | undefined> {
    const step = await this.#iterator.next();
    if (step.done === true) return undefined;
    const batch = step.value;
    this.batches.push(batch);
    this.ids.push(...idsOf(batch.events));
    return batch;
  }

  async until(enough: (batch: Batch) => boolean): Promise<void> {
    for (let batch = await this.next(); batch && !enough(batch);) batch = await this.next();
  }

  end(): void {
    this.#ending.abort();
  }
}

/** Catching up and going on live. */
export function subscribingClauses(scene: () => Scene): void {
  const store = (): EventStore => scene().store;
  const open: Listening[] = [];
  const listen = (options: Omit<SubscribeOptions, 'signal'>): Listening => {
    const listening = new Listening(store(), options);
    open.push(listening);
    return listening;
  };
  afterEach(() => {
    for (const listening of open.splice(0)) listening.end();
  });
  const record = (name: string, count: number): Promise<unknown> => store().append(scene().stream(name), scene().events(name, count), 'none');
  const idsFor = (name: string, count: number): string[] => idsOf(scene().events(name, count));

  it('starts with the first event of the log', async () => {
    await record('one', 1);
    const listening = listen({});
    await listening.until(({ caughtUp }) => caughtUp);
    // On a log that others use too, the first batch may only say how far it was looked.
    expect(listening.batches.flatMap(({ events }) => events)[0]?.revision).toBe(0);
    expect(listening.ids.at(-1)).toBe(scene().id('one 0'));
    const positions = listening.batches.flatMap(({ events }) => events.map(({ position }) => position));
    expect(positions).toEqual([...positions].sort((a, b) => (a < b ? -1 : 1)));
  });

  it('starts after a position', async () => {
    await record('one', 20);
    const [, middle] = [await scene().readLog(), (await scene().readLog())[8]];
    const listening = listen({ from: middle?.position ?? 0n });
    await listening.until(({ caughtUp }) => caughtUp);
    expect(listening.ids).toEqual(idsFor('one', 20).slice(9));
  });

  it('says once that it has caught up when there is nothing', async () => {
    const listening = listen({ from: scene().since });
    expect(await listening.next()).toEqual({ events: [], caughtUp: true, through: scene().since });
  });

  it('goes on live', async () => {
    const listening = listen({ from: scene().since });
    await listening.next();
    for (const name of ['one', 'two', 'three']) {
      const next = listening.next();
      await record(name, 1);
      expect(idsOf((await next)?.events ?? [])).toEqual(idsFor(name, 1));
    }
    expect(listening.batches.every(({ caughtUp }) => caughtUp)).toBe(true);
  });

  it('has no gap and no repetition between catching up and live', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `append ${index}`);
    const listenings: Listening[] = [];
    const readings: Promise<void>[] = [];
    const last = scene().id('append 59 1');
    for (const [index, name] of names.entries()) {
      if (index % 12 === 5) {
        const listening = listen({ from: scene().since });
        listenings.push(listening);
        readings.push(listening.until(({ events }) => events.at(-1)?.id === last));
      }
      const appending = record(name, 2);
      if (index % 3 === 0) await appending;
    }
    await Promise.all(readings);
    const log = idsOf(await scene().readLog());
    expect(log).toHaveLength(120);
    for (const listening of listenings) expect(listening.ids).toEqual(log);
  });

  it('gives only the types that were asked for, and says how far it looked', async () => {
    const { event, stream } = scene();
    const listening = listen({ from: scene().since, types: ['access.guest-left.v1'] });
    await store().append(stream(), [event('in'), event('out', { type: 'access.guest-left.v1' }), event('in again')], 'none');
    const head = await store().head();
    await listening.until(({ through }) => through >= head);
    expect(listening.ids).toEqual([scene().id('out')]);
    const { position } = await store().append(stream('other'), [event('other')], 'none');
    await listening.until(({ through }) => through >= position);
    expect(listening.ids).toEqual([scene().id('out')]);
  });

  it('waits for a slow consumer, and gives it everything', async () => {
    const listening = listen({ from: scene().since });
    await listening.next();
    for (let index = 0; index < 30; index++) await record(`append ${index}`, 3);
    await listening.until(({ caughtUp }) => caughtUp);
    expect(listening.ids).toEqual(idsOf(await scene().readLog()));
    expect(listening.ids).toHaveLength(90);
  });

  it('rests for its lull before it looks again', async () => {
    const listening = listen({ from: scene().since, lull: 3_600_000 });
    await listening.next();
    let looked = false;
    const next = listening.next().then(() => {
      looked = true;
    });
    await record('one', 1);
    // Reads are answered in order: a look that was taken at once would be answered before these.
    for (let reads = 0; reads < 3; reads++) await scene().readLog();
    expect(looked).toBe(false);
    listening.end();
    await next;
  });

  it('says that it has not caught up while more stands in the log', async () => {
    await record('many', 2_500);
    const listening = listen({ from: scene().since });
    await listening.until(({ caughtUp }) => caughtUp);
    expect(listening.ids).toHaveLength(2_500);
    expect(listening.batches.length).toBeGreaterThan(1);
    expect(listening.batches.map(({ caughtUp }) => caughtUp)).toEqual(listening.batches.map((_, index) => index === listening.batches.length - 1));
    for (const { events, through } of listening.batches) expect(events.at(-1)?.position).toBe(through);
  });

  it('ends when it is cancelled while it waits', async () => {
    const listening = listen({ from: scene().since });
    await listening.next();
    const next = listening.next();
    listening.end();
    expect(await next).toBeUndefined();
  });

  it('ends when it is cancelled before it begins, and while it catches up', async () => {
    await record('many', 30);
    const [before, during] = [listen({}), listen({ from: scene().since })];
    before.end();
    expect(await before.next()).toBeUndefined();
    await during.next();
    during.end();
    expect(await during.next()).toBeUndefined();
  });

  it('pokes listeners when the log has grown, until they leave', async () => {
    const poked: bigint[] = [];
    const leave = store().onAppended((position) => poked.push(position));
    await record('one', 3);
    expect(poked.at(-1)).toBe(await store().head());
    expect(poked).toEqual([...new Set(poked)].sort((one, other) => Number(one - other)));
    // Who follows a log that others append to may hear an event of an append before its answer.
    if (!store().capabilities.following) expect(poked).toHaveLength(1);
    const told = poked.length;
    await expect(record('one', 3)).resolves.toMatchObject({ repeated: true });
    expect(poked).toHaveLength(told);
    leave();
    await record('two', 1);
    expect(poked).toHaveLength(told);
  });

  it('goes on without a hole and without a repetition when thousands came while nobody took them', async () => {
    await record('before', 1);
    const listening = listen({ from: scene().since });
    await listening.until(({ caughtUp }) => caughtUp);
    for (let append = 0; append < 22; append++) await record(`append ${append}`, 100);
    const last = await store().head();
    await listening.until(({ through }) => through >= last);
    expect(listening.ids).toEqual([...idsFor('before', 1), ...Array.from({ length: 22 }, (_, append) => idsFor(`append ${append}`, 100)).flat()]);
  });

  it('tells what is appended, by whoever appends it, before it says that all of it was heard', async () => {
    const { following } = store().capabilities;
    if (!following) return;
    const heard: string[] = [];
    const stop = following.listen(({ id }) => heard.push(id));
    for (let round = 0; round < 5; round++) {
      await record(`heard ${round}`, 2);
      // When it takes long it says so; by and by it has heard.
      while (!(await following.heardAll()));
      expect(heard.slice(-2)).toEqual(idsFor(`heard ${round}`, 2));
    }
    stop();
  });
}
