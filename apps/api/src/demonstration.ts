import type { Server } from 'node:http';
import { toNewEvent, toRecorded } from '#event-store';
import type { EventStore, StoredEvent } from '#event-store';
import { event, eventId, formatWib, naturalId, systemClock } from '#kernel';
import type { Clock, Instant, Metadata, SettableClock } from '#kernel';

/** The first event of a demonstration's log: everything in it was invented, on a clock of its own. */
export const demonstrationLogOpened = event('saksi.demonstration-log-opened.v1')<{ scenario: string }>();

export const demonstrationStream = `log-${naturalId('log', 'demonstration')}`;

/** The machine's clock until it is set; then it stands where it was set, until it runs on from there. */
export interface ScenarioClock extends SettableClock {
  /** Lets time pass again, as fast as it really does. */
  run(): void;
}

export function scenarioClock(machine: Clock = systemClock): ScenarioClock {
  let standing: Instant | undefined;
  let ahead = 0;
  return {
    now: () => standing ?? machine.now() + ahead,
    set: (now) => {
      standing = now;
    },
    run() {
      if (standing !== undefined) ahead = standing - machine.now();
      standing = undefined;
    },
  };
}

/** What is to be demonstrated, and when its first event is recorded, in the scenario's own time. */
export interface Opening {
  readonly scenario: string;
  readonly at: Instant;
}

/** A log that says of itself that it is a demonstration. */
export interface Demonstration {
  readonly scenario: string;
  readonly clock: ScenarioClock;
}

/** The log is not empty and no demonstration: nothing invented may stand beside what happened. */
export class NotADemonstration extends Error {
  override readonly name = 'NotADemonstration';
  constructor(folder: string) {
    super(`${folder} holds a log that is no demonstration, so none is recorded into it. Name an empty folder: SAKSI_DATA=./demonstration npm run demo`);
  }
}

/**
 * The demonstration that this log is, if it is one: its clock then goes on from the last that was recorded. With
 * `opening`, an empty log becomes one, and its clock stands at the scenario's beginning. To be asked before anything
 * else is appended.
 * @throws NotADemonstration with `opening` on a log of another kind
 */
export async function demonstrationIn(
  store: EventStore,
  { clock, folder, opening }: { readonly clock: ScenarioClock; readonly folder: string; readonly opening?: Opening },
): Promise<Demonstration | undefined> {
  // It is the first event of the log or none: its own stream is found at once, whoever else writes to the server.
  const opened = await firstOf(store.readStream(demonstrationStream, { limit: 1 }));
  if (opened) {
    const { scenario } = toRecorded(opened).data as { scenario: string };
    const last = (await firstOf(store.readAll({ direction: 'backwards', limit: 1 }))) ?? opened;
    clock.set(toRecorded(last).metadata.recordedAt);
    clock.run();
    return { scenario, clock };
  }
  if (!opening) return undefined;
  if ((await store.head()) > 0n) throw new NotADemonstration(folder);
  clock.set(opening.at);
  await open(store, opening);
  return { scenario: opening.scenario, clock };
}

async function firstOf(batches: AsyncIterable<readonly StoredEvent[]>): Promise<StoredEvent | undefined> {
  for await (const [found] of batches) return found;
  return undefined;
}

async function open(store: EventStore, { scenario, at }: Opening): Promise<void> {
  const id = naturalId('demonstration', scenario);
  const metadata: Metadata = {
    commandId: id,
    correlationId: id,
    causationId: id,
    actor: { user: 'saksi demo', role: 'system' },
    occurredAt: formatWib(at),
    effectiveAt: at,
    recordedAt: at,
    voice: 'asked',
    decidedOn: { streams: { [demonstrationStream]: -1 } },
  };
  await store.append(demonstrationStream, [toNewEvent(eventId(id, 0), demonstrationLogOpened({ scenario }), metadata)], 'none');
}

/** Said with every answer, before there is a route, so that errors and streams say it as well. */
export function sayDemonstration(server: Pick<Server, 'prependListener'>): void {
  server.prependListener('request', (_request, response) => response.setHeader('Saksi-Demonstration', 'true'));
}
