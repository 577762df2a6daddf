import type { Clock } from '#kernel';
import { AppendedSignal } from '../appended-signal.ts';
import { EventStoreDbUnusable, EventStoreUnavailable } from '../errors.ts';
import type { EventStore } from '../port.ts';
import { AppendLine } from './append-line.ts';
import { Appender } from './appender.ts';
import { AskedTogether } from './asked-together.ts';
import { EventStoreDbEventStore } from './eventstoredb-event-store.ts';
import { LogEnd } from './log-end.ts';
import { LogPages } from './log-pages.ts';
import { Messages } from './messages.ts';
import { settled, type EventStoreDbOptions } from './options.ts';
import { Reach } from './reach.ts';
import { answersOf, Reading } from './reading.ts';
import { ServerDisk } from './server-disk.ts';
import { Tail } from './tail.ts';
import { answering } from './unreachable.ts';
import { Wire } from './wire.ts';
import { within } from './within.ts';

/** How long the first look for the last own event may take, ms: it passes over everything that others wrote since. */
const firstLook = 600_000;

/** Least time between two questions for the log's end while many ask, ms (docs/adr/0068). */
const betweenLooks = 8;

/** How often the server is asked for its disk, ms. */
const diskEvery = 5_000;

/**
 * Opens the log on the server, which need not know of Saksi before.
 * @throws WrongEventStoreDbUrl, EventStoreDbUnusable: the server cannot be used, with a sentence that says why and what to do
 */
export async function openEventStoreDb(options: EventStoreDbOptions): Promise<EventStore> {
  const settings = settled(options);
  const { url, patience, attemptTimeout, openWithin, maxQueuedBytes } = settings;
  const clock: Clock = { now: () => performance.now() };
  const wire = Wire.to(url, `saksi ${settings.prefix}`);
  const closing = new AbortController();
  const messages = new Messages(settings.prefix);
  const appended = new AppendedSignal(0n);
  const pages = new LogPages({ wire, messages });
  const end = new LogEnd({ messages, appended, pages });
  const disk = new ServerDisk((most) => wire.diskSpace(most), settings.leastFree);
  /** The probe also learns what an append in doubt may have written. */
  const probe = async (): Promise<void> => {
    const look = end.look((request) => answersOf(wire, request, { ms: attemptTimeout }), attemptTimeout);
    await within(look, attemptTimeout);
    // A full disk may be why it was away: the next append would end it again.
    await disk.look();
  };
  const reach = new Reach(probe, { clock, patience, closed: closing.signal });
  const reading = new Reading({ wire, messages, reach, end, pages, clock, patience, attemptTimeout });
  try {
    await answering(wire, Wire.endpointsOf(url), clock, openWithin);
    const opening = new Reading({ wire, messages, reach, end, pages, clock, patience: firstLook, attemptTimeout: openWithin });
    await Promise.all([opening.head(), disk.look()]);
    disk.watch(diskEvery, closing.signal);
    const line = new AppendLine(wire, messages);
    const standing = (stream: string, from: number, count: number, deadline: number) => reading.stream(stream, from, false, count, deadline);
    const following = { wire, messages, reach, appended };
    const heads = new AskedTogether(() => reading.head(), betweenLooks);
    const head = (): Promise<bigint> => heads.answer();
    const tail = new Tail({ ...following, look: head, watchEvery: settings.watchEvery, signal: closing.signal, head, from: () => end.through });
    const appender = new Appender({ line, reach, disk, appended, clock, attemptTimeout, maxQueuedBytes, standing });
    return new EventStoreDbEventStore({
      appender,
      reading,
      head,
      appended,
      clock,
      options: settings,
      following,
      tail,
      disk,
      closing,
      closed: async () => {
        line.cut('The event store was closed.');
        await wire.end();
      },
    });
  } catch (error) {
    closing.abort();
    await wire.end();
    throw error instanceof EventStoreUnavailable ? new EventStoreDbUnusable(error.message, { cause: error }) : error;
  }
}
