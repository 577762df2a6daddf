import { z } from 'zod';
import { toRecorded } from '#event-store';
import type { StoredEvent } from '#event-store';
import { formatWib } from '#kernel';
import { knownEventTypes } from '../app.module.ts';
import { CannotBeDone, operation } from './operation.ts';

const args = z.object({
  stream: z.string().optional(),
  after: z.string().regex(/^\d+$/).optional(),
  types: z.array(z.string()).optional(),
  limit: z.number().int().positive().optional(),
  follow: z.boolean().optional(),
});

/** The events of a stream or of the whole log, in order; with `follow`, those to come as well. */
export const events = operation({
  name: 'events',
  args,
  run: async ({ store, demonstration }, { stream, after, types, limit, follow }, _, { item, signal }) => {
    const unknown = types?.filter((type) => !knownEventTypes().includes(type)) ?? [];
    if (unknown.length > 0) throw new CannotBeDone(`There is no event type ${unknown.join(', ')}. docs/events.md lists them all.`);
    const filter = types && { types };
    const wanted = (event: StoredEvent): boolean => (stream === undefined || event.stream === stream) && (!types || types.includes(event.type));
    let told = 0;
    let through = BigInt(after ?? 0);
    /** False when enough was told, or nobody listens any more. */
    const tell = async (batch: readonly StoredEvent[]): Promise<boolean> => {
      for (const event of batch) {
        if (event.position <= through) continue;
        if (signal.aborted || told === limit) return false;
        through = event.position;
        if (!wanted(event)) continue;
        await item({ ...(demonstration && { demonstration: true }), ...shown(event) });
        told++;
      }
      return !signal.aborted && told !== limit;
    };
    const head = await store.head();
    for await (const batch of stream === undefined ? store.readAll({ from: through, ...filter }) : store.readStream(stream))
      if (!(await tell(batch))) return { events: told };
    if (through < head) through = head;
    if (follow) for await (const batch of store.subscribe({ from: through, signal, ...filter })) if (!(await tell(batch.events))) break;
    return { events: told };
  },
});

/** An event as a person or a program reads it: no personal data is in it, only commitments. */
function shown(stored: StoredEvent): object {
  const { position, metadata, ...event } = toRecorded(stored);
  return { position: position.toString(), ...event, recorded: formatWib(metadata.recordedAt), effective: formatWib(metadata.effectiveAt), metadata };
}
