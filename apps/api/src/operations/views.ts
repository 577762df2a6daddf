import { z } from 'zod';
import type { RebuildProgress } from '#read-models';
import { CannotBeDone, operation } from './operation.ts';
import type { Telling } from './operation.ts';

const telling =
  ({ progress }: Telling) =>
  (of: RebuildProgress): void =>
    progress({ what: `rebuild ${of.context}`, done: Number(of.position), total: Number(of.head), rate: Math.round(of.eventsPerSecond) });

/** Fills the views anew beside the live ones and swaps them in. */
export const rebuild = operation({
  name: 'rebuild',
  args: z.object({ contexts: z.array(z.string()).optional() }),
  run: async ({ readModels }, { contexts }, _, tell) => {
    const known = readModels.status().map(({ context }) => context);
    const unknown = contexts?.filter((context) => !known.includes(context)) ?? [];
    if (unknown.length > 0) throw new CannotBeDone(`No such context: ${unknown.join(', ')}. There are ${known.join(', ')}.`);
    const rebuilt = [];
    for (const context of contexts ?? known) rebuilt.push(plain(await readModels.rebuild(context, telling(tell))));
    return { rebuilt };
  },
});

/** Events that a projection could not take. */
export const parkedList = operation({
  name: 'parked.list',
  args: z.object({}),
  run: async ({ readModels }) => ({ parked: (await readModels.parked()).map(({ position, ...event }) => ({ ...event, position: position.toString() })) }),
});

/** Rebuilds every context that has parked events. */
export const parkedRetry = operation({
  name: 'parked.retry',
  args: z.object({}),
  run: async ({ readModels }, _args, _operator, tell) => {
    const rebuilt = await readModels.retryParked(telling(tell));
    return { rebuilt: rebuilt.map(plain), parked: (await readModels.parked()).length };
  },
});

const plain = ({ context, events, eventsPerSecond }: RebuildProgress) => ({ context, events, eventsPerSecond: Math.round(eventsPerSecond) });
