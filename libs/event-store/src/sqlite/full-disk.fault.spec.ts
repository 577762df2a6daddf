import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idsOf, newScene, type Scene } from '../contract/scene.ts';
import { EventStoreUnavailable } from '../errors.ts';
import type { EventStore } from '../port.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openSqliteEventStore } from './open.ts';

/** Records until the store refuses; gives the ids that were acknowledged, and the refusal. */
async function recordUntilFull(store: EventStore, scene: Scene): Promise<{ acknowledged: string[]; refused: number; why: unknown }> {
  const acknowledged: string[] = [];
  for (let round = 0; ; round++) {
    const appends = Array.from({ length: 10 }, (_, client) => {
      const events = scene.events(`${round} ${client}`, 2).map((event) => ({ ...event, data: new Uint8Array(1_500).fill(32) }));
      return store.append(scene.stream(`${round} ${client}`), events, 'none').then(() => acknowledged.push(...idsOf(events)));
    });
    const refusals = (await Promise.allSettled(appends)).filter((outcome) => outcome.status === 'rejected');
    if (refusals.length > 0) return { acknowledged, refused: refusals.length, why: refusals[0]?.reason };
  }
}

describe('a full disk', () => {
  it('at the limit of the log: the whole group is unrecorded, what was acknowledged stays, and a higher limit goes on', async () => {
    const { folder, remove } = temporaryFolder();
    const full = await openSqliteEventStore({ folder, reserveBytes: 0, maxLogBytes: 400_000 });
    const scene = await newScene(full);
    const { acknowledged, refused, why } = await recordUntilFull(full, scene);
    expect(refused).toBe(10);
    expect(why).toBeInstanceOf(EventStoreUnavailable);
    expect(why).toMatchObject({ message: expect.stringContaining('Free some space') as string, retryAfter: 5, diskFull: true });
    expect(idsOf(await scene.readLog())).toEqual(acknowledged);
    expect(
      await full.append(
        scene.stream('0 0'),
        scene.events('0 0', 2).map((event) => ({ ...event, data: new Uint8Array(1_500).fill(32) })),
        'none',
      ),
    ).toMatchObject({ repeated: true });
    await full.close();

    const wider = await openSqliteEventStore({ folder, reserveBytes: 0, maxLogBytes: 800_000 });
    await wider.append(scene.stream('after'), scene.events('after', 1), 'none');
    expect(idsOf(await (await newScene(wider)).readLog({ from: 0n }))).toEqual([...acknowledged, scene.id('after 0')]);
    await wider.close();
    remove();
  }, 60_000);

  // Mounting takes root; without it the limit above is what can be tried.
  const disk = smallDisk();
  if (disk) {
    afterAll(() => disk.remove());

    it('gives up the reserve, keeps reading, and goes on by itself when space has come back', async () => {
      const store = await openSqliteEventStore({ folder: join(disk.folder, 'data'), reserveBytes: 512 << 10 });
      const reserve = join(disk.folder, 'data', 'reserve');
      const ballast = join(disk.folder, 'ballast');
      const scene = await newScene(store);
      await store.append(scene.stream('before'), scene.events('before', 1), 'none');
      expect(existsSync(reserve)).toBe(true);
      writeFileSync(ballast, Buffer.alloc(disk.free() - (600 << 10)));

      const { acknowledged, why } = await recordUntilFull(store, scene);
      expect(why).toMatchObject({ name: 'EventStoreUnavailable', message: expect.stringContaining('Free some space') as string });
      expect(existsSync(reserve)).toBe(false);
      expect(disk.free()).toBeGreaterThan(256 << 10);
      const left = disk.free();
      await expect(store.append(scene.stream('still full'), scene.events('still full', 1), 'none')).rejects.toBeInstanceOf(EventStoreUnavailable);
      expect(disk.free()).toBe(left);
      expect(idsOf(await scene.readLog())).toEqual([scene.id('before 0'), ...acknowledged]);

      rmSync(ballast);
      await store.append(scene.stream('after'), scene.events('after', 1), 'none');
      expect(existsSync(reserve)).toBe(true);
      expect(idsOf(await scene.readLog()).at(-1)).toBe(scene.id('after 0'));
      expect(await store.capabilities.maintenance?.checkIntegrity()).toMatchObject({ events: acknowledged.length + 2 });
      await store.close();
    }, 60_000);
  }
});

interface SmallDisk {
  readonly folder: string;
  free(): number;
  remove(): void;
}

/** Six MiB in memory, mounted; undefined where this user may not mount. */
function smallDisk(): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    free: () => {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    },
    remove: () => {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}
