import { setImmediate } from 'node:timers/promises';
import { History } from './history.ts';
import { seeded } from './random.ts';
import type { Scene } from './scene.ts';

const runs = 200;
const runsAtOnce = 8;

/** Many writers and readers at once, and afterwards a check that one log explains everything they were told. */
export function concurrencyClauses(scene: () => Scene): void {
  it('loses nothing, invents no conflict and never goes back, with many writers and readers', async () => {
    const current = scene();
    const history = new History(current.store, current.since);
    const streams = Array.from({ length: 5 }, (_, index) => current.stream(`contended ${index}`));
    const writers = Array.from({ length: 16 }, (_, index) => write(current, history, streams, seeded(index), 25, `writer ${index}`));
    const readers = Array.from({ length: 4 }, (_, index) => read(history, streams, seeded(1_000 + index), 20));
    await Promise.all([...writers, ...readers]);
    expect(await history.violations(streams)).toEqual([]);
  }, 60_000);

  it(`holds in ${runs} random interleavings, each from its own seed`, async () => {
    const current = scene();
    const violations: string[] = [];
    const run = async (seed: number): Promise<void> => {
      const random = seeded(seed);
      const history = new History(current.store, await current.store.head());
      const streams = Array.from({ length: 1 + random(2) }, (_, index) => current.stream(`run ${seed} ${index}`));
      const writers = Array.from({ length: 2 + random(3) }, (_, index) =>
        write(current, history, streams, seeded(seed * 31 + index), 3, `run ${seed} ${index}`),
      );
      await Promise.all([...writers, read(history, streams, random, 3)]);
      violations.push(...(await history.violations(streams)).map((violation) => `seed ${seed}: ${violation}`));
    };
    for (let first = 0; first < runs; first += runsAtOnce) await Promise.all(Array.from({ length: runsAtOnce }, (_, index) => run(first + index)));
    expect(violations).toEqual([]);
  }, 60_000);
}

type Random = ReturnType<typeof seeded>;

const pause = async (random: Random): Promise<void> => {
  for (let turns = random(4); turns > 0; turns--) await setImmediate();
};

/** Appends at what it last knew, which others make stale all the time; sometimes it looks first. */
async function write({ events }: Scene, history: History, streams: readonly string[], random: Random, count: number, name: string): Promise<void> {
  const known = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const stream = streams[random(streams.length)] ?? '';
    if (random(3) === 0) known.set(stream, await history.readStream(stream));
    const revision = known.get(stream) ?? -1;
    known.set(stream, await history.append(stream, events(`${name} ${index}`, 1 + random(3)), revision === -1 ? 'none' : revision));
    await pause(random);
  }
}

async function read(history: History, streams: readonly string[], random: Random, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    if (random(2) === 0) await history.readLog();
    else await history.readStream(streams[random(streams.length)] ?? '');
    await pause(random);
  }
}
