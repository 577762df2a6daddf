import { z } from 'zod';
import { toRecorded } from '#event-store';
import type { StoredEvent } from '#event-store';
import { formatWib } from '#kernel';
import { operation } from './operation.ts';

/** The events of a stream or of the whole log, in order; with `follow`, those to come as well. */
export const events = operation({
  name: 'events',
  args: z.object({ stream: z.string().optional(), after: z.string().regex(/^\d+$/).optional(), types: z.array(z.string()).optional(), limit: z.number().int().positive().optional(), follow: z.boolean().optional() }),
  run: async ({ store }, { stream, after, types, limit, follow }, _, { item, signal }) => {
    let told = 0;
    let last = BigInt(after ?? 0);
    const tell = async (batch: readonly StoredEvent[]): Promise<boolean> => {
      for (const event of batch) {
        if (signal.aborted || (limit !== undefined && told >= limit)) return false;
        await item(shown(event));
        last = event.position;
        told++;
      }
      return true;
    };
    if (stream !== undefined) {
      for await (const batch of store.readStream(stream)) if (!(await tell(batch.filter(({ type }) => !types || types.includes(type))))) break;
    } else {
      for await (const batch of store.readAll({ from: last, ...(types && { types }) })) if (!(await tell(batch))) return { events: told };
      if (follow) for await (const { events } of store.subscribe({ from: last, signal, ...(types && { types }) })) if (!(await tell(events))) break;
    }
    return { events: told };
  },
});

/** An event as a person or a program reads it: no personal data is in it, only commitments. */
function shown(stored: StoredEvent): object {
  const { position, metadata, ...event } = toRecorded(stored);
  return { position: position.toString(), ...event, recorded: formatWib(metadata.recordedAt), effective: formatWib(metadata.effectiveAt), metadata };
}
