import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Principal } from '#cqrs';
import { uuidv7, type Asked, type CommandSlice } from '#kernel';
import { openReadModels, rebuildIdentity, type ReadModels } from '#read-models';
import { account } from '../domain/account.ts';
import { entry, type EntryMark } from '../domain/entry.ts';
import { identityProcess } from '../domain/process.ts';
import { discardEntry } from '../features/discard-entry/discard-entry.ts';
import { entryCounts } from '../features/entry-counts/entry-counts.ts';
import { markEntry } from '../features/mark-entry/mark-entry.ts';
import { markedEntries } from '../features/marked-entries/marked-entries.ts';
import { identityProjections } from '../identity.module.ts';
import { claimed, entryPost as post } from '../testing/entries.ts';
import { openWorld, type World } from '../testing/world.ts';

let folder: string;
let world: World;
let models: ReadModels;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saksi-identity-gaps-'));
  world = await openWorld();
  const knownTypes = [account, entry].flatMap(({ evolve }) => Object.keys(evolve));
  models = await openReadModels({ folder, store: world.store, modules: [identityProjections], knownTypes, readers: 1, pollMs: 20 });
});
afterEach(async () => {
  // Whatever the order in which it was learnt.
  expect(await rebuildIdentity(models)).toMatchObject([{ differing: [] }]);
  await models.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

const actor = { user: 'operator', role: 'commander' } as const;
const seen = async (): Promise<void> => models.caughtUp(await world.store.head());
const itself = { kind: 'process', role: identityProcess } as const satisfies Principal;
const operator = { kind: 'system', user: 'operator' } as const satisfies Principal;
const record = <C extends object>(slice: CommandSlice<C>, asked: Asked<C>, principal: Principal) =>
  world.recorder.record(slice, asked, { commandId: uuidv7(world.clock.now()), principal, voice: 'asked' });

describe('a gap in a phone’s sequence', () => {
  const phone = '018c0000-0000-7000-8000-0000000000f1';
  const entryOf = (seq: number): string => `018c0000-0000-7000-8000-0000000e000${seq}`;
  const marks = (seq: number, wrong: readonly EntryMark[], missing?: number) =>
    record(
      markEntry,
      {
        ...claimed,
        entry: entryOf(seq),
        device: phone,
        post,
        seq,
        marks: wrong,
        stream: 'door-1',
        ...(missing !== undefined && { missing }),
      },
      itself,
    );
  const givesUp = (seq: number) =>
    record(
      discardEntry,
      { entry: entryOf(seq), command: 'access.lock-door', device: phone, seq, post, problem: 'invalid-fields', reason: 'mistaken' },
      operator,
    );
  const shown = async (): Promise<readonly (readonly [number | null, readonly string[]])[]> => {
    await seen();
    const { answer } = await models.find(markedEntries, { post, status: 'marked' }, { actor, now: world.clock.now() });
    return answer.map(({ seq, marks: wrong }) => [seq, wrong] as const);
  };

  it('is shown while nothing explains it, also one that was told of without its size', async () => {
    await marks(3, ['sequence-gap']);
    await givesUp(1);
    expect(await shown()).toEqual([[3, ['sequence-gap']]]);
  });

  it.each([
    ['given up afterwards', [3, 2]],
    ['given up before', [2, 3]],
  ])('is explained by what was refused and %s', async (_, order) => {
    for (const seq of order) await (seq === 3 ? marks(3, ['sequence-gap'], 1) : givesUp(2));
    expect(await shown()).toEqual([]);
    const { answer } = await models.find(entryCounts, { post }, { actor, now: world.clock.now() });
    expect(answer).toMatchObject({ markedLately: 0 });
  });

  it('of two numbers is explained by both, not by one', async () => {
    await marks(4, ['sequence-gap'], 2);
    await givesUp(3);
    expect(await shown()).toEqual([[4, ['sequence-gap']]]);
    await givesUp(2);
    expect(await shown()).toEqual([]);
  });

  it('is filled by what comes late, which says itself what is missing before it', async () => {
    await marks(4, ['sequence-gap'], 2);
    await marks(3, ['sequence-gap', 'sequence-late'], 1);
    expect(await shown()).toEqual([[3, ['sequence-gap']]]);
    await marks(2, ['sequence-late']);
    expect(await shown()).toEqual([]);
  });

  it('leaves what else is wrong', async () => {
    await marks(3, ['sequence-gap', 'sequence-forked'], 1);
    await givesUp(2);
    expect(await shown()).toEqual([[3, ['sequence-forked']]]);
  });
});
