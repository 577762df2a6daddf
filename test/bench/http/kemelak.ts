import { toNewEvent } from '#event-store';
import type { EventStore } from '#event-store';
import { accountOpened, roleGranted } from '#identity';
import { eventId, formatWib, naturalId } from '#kernel';
import type { Fact, Instant, Metadata } from '#kernel';
import { doorRegistered, postRegistered, shiftStarted } from '#access';

/** Posts, doors, a shift at each and one guard who keeps them all: what a load of access commands needs. */
export interface Kemelak {
  readonly guard: string;
  readonly posts: readonly { readonly post: string; readonly door: string }[];
}

export const kemelak: Kemelak = {
  guard: naturalId('bench-account', 'guard'),
  posts: Array.from({ length: 16 }, (_, index) => ({ post: naturalId('bench-post', String(index)), door: naturalId('bench-door', String(index)) })),
};

/** Sets the stage by events, before the server folds anything. */
export async function setStage(store: EventStore, now: Instant): Promise<void> {
  const { guard, posts } = kemelak;
  await append(
    store,
    `account-${guard}`,
    [
      accountOpened({ login: 'bench-guard' }),
      ...posts.map(({ post }, index) => roleGranted({ grant: eventId(guard, index), role: 'guard', place: { post }, from: 0 })),
    ],
    now,
  );
  for (const [index, { post, door }] of posts.entries()) {
    await append(store, `post-${post}`, [postRegistered({ village: '1601141011', name: `Pos ${index}` })], now);
    await append(store, `door-${door}`, [doorRegistered({ post, code: `G-${index}`, zone: 'Gudang', level: 'restricted', capacity: 10_000 })], now);
    await append(store, `shift-${naturalId('bench-shift', String(index))}`, [shiftStarted({ post, guards: [guard] })], now);
  }
}

async function append(store: EventStore, stream: string, facts: readonly Fact[], now: Instant): Promise<void> {
  const id = stream.slice(-36);
  const metadata: Metadata = {
    commandId: id,
    correlationId: id,
    causationId: id,
    actor: { user: kemelak.guard, role: 'admin' },
    occurredAt: formatWib(now),
    effectiveAt: now,
    recordedAt: now,
    voice: 'asked',
    decidedOn: { streams: {} },
  };
  await store.append(
    stream,
    facts.map((fact, index) => toNewEvent(eventId(id, index), fact, metadata)),
    'none',
  );
}
