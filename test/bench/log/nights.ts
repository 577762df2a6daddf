import type { EventStore } from '#event-store';
import { doorRegistered, guestAdmitted, guestLeft, guestReported, postRegistered, shiftStarted, visitCorrected } from '#access';
import { naturalId, uuidv7 } from '#kernel';
import type { Fact, Instant } from '#kernel';
import { append, sealed, type Told } from './append.ts';

export const firstNight: Instant = Date.UTC(2023, 0, 1);
const minute = 60_000;
const posts = Array.from({ length: 16 }, (_, index) => naturalId('bench-night-post', String(index)));
const guard = naturalId('bench-night-account', 'guard');

/** Which post and door a visit of the generated nights is at; a guest comes somewhere every half minute. */
export const postOf = (index: number): string => posts[index % posts.length] ?? '';
const doorOf = (post: string): string => naturalId('bench-night-door', post);
export const enteredAt = (index: number): Instant => firstNight + index * (minute / 2);

/** Ids that a client made at this instant, the same at every run: UUIDv7 sort by time, and so do the trees that hold them. */
const madeAt = (instant: Instant, kind: string, index: number): string =>
  uuidv7(instant, Buffer.from(naturalId(kind, String(index)).replaceAll('-', ''), 'hex'));
const reportedAt = (index: number): Instant => enteredAt(index) - minute;
const visitOfIndex = (index: number): string => madeAt(reportedAt(index), 'bench-night-visit', index);

/** One visit: reported, admitted, gone after 20 to 80 minutes; every 20th entry is told two hours late, every 25th corrected. */
function visitOf(index: number): readonly Told[] {
  const post = postOf(index);
  const at = enteredAt(index);
  const guest = madeAt(reportedAt(index), 'bench-night-guest', index);
  const left = at + (20 + ((index * 7) % 60)) * minute;
  const late = index % 20 === 0 ? 120 * minute : 0;
  const told = (fact: Fact, when: Instant, delay = late): Told => ({ fact, at: when, recordedAt: when + delay });
  return [
    told(
      guestReported({ post, guest, name: sealed, identityType: 'ktp', identityNumber: sealed, purpose: sealed, allowedUntil: at + 90 * minute }),
      reportedAt(index),
    ),
    told(guestAdmitted({ post, guest, door: doorOf(post), badge: `T-${index % 200}` }), at),
    told(guestLeft({ post, guest }), left),
    ...(index % 25 === 0 ? [told(visitCorrected({ post, guest, reason: sealed, purpose: sealed }), left, late + 10 * minute)] : []),
  ];
}

/** Fills a log with nights of visits until it has so many events. The order in the log is that of recording. */
export async function fillLog(store: EventStore, events: number): Promise<void> {
  for (const post of posts) {
    await append(
      store,
      `post-${post}`,
      [{ fact: postRegistered({ village: '1601141011', name: `Pos ${post.slice(0, 4)}` }), at: firstNight, recordedAt: firstNight }],
      0,
    );
    await append(
      store,
      `door-${doorOf(post)}`,
      [{ fact: doorRegistered({ post, code: 'G-A', zone: 'Gudang', level: 'restricted', capacity: 10_000 }), at: firstNight, recordedAt: firstNight }],
      0,
    );
    await append(
      store,
      `shift-${naturalId('bench-night-shift', post)}`,
      [{ fact: shiftStarted({ post, guards: [guard] }), at: firstNight, recordedAt: firstNight }],
      0,
    );
  }
  let waiting: Recording[] = [];
  let written = 0;
  for (let first = 0; written < events; first += together) {
    const recordings = Array.from({ length: together }, (_, offset) => recordingsOf(first + offset)).flat();
    waiting = [...waiting, ...recordings].sort((a, b) => a.told.recordedAt - b.told.recordedAt);
    const later = waiting.findIndex(({ told }) => told.recordedAt >= reportedAt(first + together));
    const due = later < 0 ? waiting.splice(0) : waiting.splice(0, later);
    // The writer takes appends in the order in which they are asked for: none has to wait for the one before.
    await Promise.all(due.map(({ told, stream, revision }) => append(store, stream, [told], revision)));
    written += due.length;
  }
}

/** Visits whose events are made at a time; what is recorded only after later visits begin waits for them. */
const together = 600;

interface Recording {
  readonly told: Told;
  readonly stream: string;
  readonly revision: number;
}

const recordingsOf = (index: number): readonly Recording[] =>
  visitOf(index).map((told, revision) => ({ told, stream: `visit-${visitOfIndex(index)}`, revision }));
