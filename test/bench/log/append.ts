import { toNewEvent } from '#event-store';
import type { EventStore } from '#event-store';
import { commitmentOf, eventId, formatWib, naturalId } from '#kernel';
import type { Actor, Fact, Instant, Metadata } from '#kernel';

const minute = 60_000;
const guard = naturalId('bench-night-account', 'guard');
const actor: Actor = { user: guard, role: 'guard', post: naturalId('bench-night-post', '0') };

/** A personal value, as the vault would commit to it. */
export const sealed = commitmentOf('00'.repeat(16), guard, 'bench', 'x');

export interface Told {
  readonly fact: Fact;
  readonly at: Instant;
  /** Later than `at` for what was told late. */
  readonly recordedAt: Instant;
}

/** Appends what was told to one stream, from a revision on. */
export async function append(store: EventStore, stream: string, told: readonly Told[], from: number): Promise<void> {
  const id = stream.slice(-36);
  const events = told.map(({ fact, at, recordedAt }, index) => {
    const metadata: Metadata = {
      commandId: eventId(id, from + index),
      correlationId: id,
      causationId: id,
      actor,
      occurredAt: formatWib(at),
      effectiveAt: at,
      recordedAt,
      voice: recordedAt - at > minute ? 'testified' : 'asked',
      decidedOn: { streams: { [stream]: from + index - 1 } },
    };
    return toNewEvent(eventId(id, from + index), fact, metadata);
  });
  await store.append(stream, events, from === 0 ? 'none' : from - 1);
}
