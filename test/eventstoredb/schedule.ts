import { setTimeout as pause } from 'node:timers/promises';
import { ConcurrencyConflict, DuplicateEventId, EventStoreUnavailable, openEventStoreDb, OutcomeUnknown } from '#event-store';
import type { EventStore, NewEvent, StoredEvent } from '#event-store';
import { seeded } from '../../libs/event-store/src/contract/random.ts';
import { collected } from '../../libs/event-store/src/contract/scene.ts';
import { eventId, uuidv5 } from '#kernel';
import { EventStoreDbDouble } from '../support/eventstoredb/double.ts';
import { noFaults, type AppendFault, type Faults, type ReadFault, type SubscriptionFault } from '../support/eventstoredb/faults.ts';
import { settledLog } from './settled-log.ts';

const patience = 350;
const namespace = uuidv5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'urn:saksi:faults');

const appendFaults: readonly AppendFault[] = [
  'no-answer',
  'lost',
  'late',
  'cut-before',
  'cut-after',
  'timeout-before',
  'timeout-after',
  'not-leader',
  'not-ready',
  'overtaken',
];
const readFaults: readonly ReadFault[] = ['cut', 'not-leader', 'no-answer'];
const subscriptionFaults: readonly SubscriptionFault[] = ['cut', 'silent'];

type Random = ReturnType<typeof seeded>;
type Outcome = 'acknowledged' | 'refused' | 'unknown' | 'unsettled';

/** One append as a client made it: what it sent and what it was finally told. */
interface Told {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly outcome: Outcome;
  readonly firstRevision?: number;
  readonly position?: bigint;
}

const pick = <T>(random: Random, from: readonly T[], otherwise: T): T => from[random(from.length)] ?? otherwise;

/** About every third append, and less often a read or an event on its way to a subscriber, meets a fault. */
const faultsOf = (random: Random): Faults => ({
  append: () => (random(3) === 0 ? pick(random, appendFaults, 'none') : 'none'),
  read: () => (random(8) === 0 ? pick(random, readFaults, 'none') : 'none'),
  subscription: () => (random(12) === 0 ? pick(random, subscriptionFaults, 'none') : 'none'),
  checkpoint: () => pick(random, ['none', 'before', 'at'] as const, 'none'),
  lateness: 20 + random(120),
  passing: random(4) / 10,
});

/**
 * Two nodes of one log, writers and a subscriber, under faults that the seed chooses, now and then among others' records. Returns what was wrong afterwards,
 * as sentences: an acknowledged event that is lost or doubled, an unknown or acknowledged outcome called a failure, a
 * promise that did not settle, a subscription with a hole or a repetition.
 */
export async function violationsOf(seed: number): Promise<readonly string[]> {
  const random = seeded(seed);
  const double = await EventStoreDbDouble.started();
  const open = (): Promise<EventStore> => openEventStoreDb({ url: double.url, prefix: 'saksi.faults', patience, attemptTimeout: 90, watchEvery: 60 });
  const nodes = await Promise.all([open(), open()]);
  const ending = new AbortController();
  const seen: StoredEvent[] = [];
  const subscribed = follow(pick(random, nodes, nodes[0]), seen, ending.signal);
  double.faults = faultsOf(random);
  const streams = [0, 1].map((index) => `visit-${uuidv5(namespace, `${seed} ${index}`)}`);
  const told: Told[] = [];
  const others = random(3) === 0 ? foreign(double, 1 + random(150)) : Promise.resolve();
  const writers = Array.from({ length: 3 }, (_, index) => write(pick(random, nodes, nodes[0]), streams, seeded(seed * 7 + index), `${seed} ${index}`, told));
  if (random(4) === 0) {
    await pause(random(60));
    double.kill();
    await pause(random(120));
    await double.start();
  }
  await Promise.all([others, ...writers]);
  double.faults = noFaults;
  const log = await settledLog(nodes[0]);
  const violations = [...wrongAnswers(told, log), ...(await wrongDelivery(subscribed, seen, log))];
  ending.abort();
  await Promise.all(nodes.map((node) => node.close()));
  double.kill();
  return violations.map((violation) => `seed ${seed}: ${violation}`);
}

async function follow(node: EventStore, seen: StoredEvent[], signal: AbortSignal): Promise<void> {
  for await (const { events } of node.subscribe({ signal })) seen.push(...events);
}

/** Records of another application on the same server. */
async function foreign(double: EventStoreDbDouble, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const event = { id: uuidv5(namespace, `foreign ${index}`), type: 'order-placed', data: Buffer.from('{}'), metadata: Buffer.from('{}') };
    await double.log.append(`orders-${index}`, [event], 'none');
    if (index % 10 === 0) await pause(1);
  }
}

async function write(node: EventStore, streams: readonly string[], random: Random, name: string, told: Told[]): Promise<void> {
  for (let index = 0; index < 2; index++) {
    const stream = pick(random, streams, '');
    const command = uuidv5(namespace, `${name} ${index}`);
    const events = Array.from({ length: 1 + random(2) }, (_, at): NewEvent => {
      return { id: eventId(command, at), type: 'access.guest-left.v1', data: Buffer.from(`{"at":${at}}`), metadata: Buffer.from(`{"commandId":"${command}"}`) };
    });
    // What is unknown is repeated with the same ids at the same revision, once or twice, as a client does.
    const revision = await lastRevision(node, stream);
    if (revision === undefined) continue;
    for (let attempts = 1 + random(2); attempts > 0; attempts--) {
      const answer = await appended(node, stream, events, revision);
      told.push(answer);
      if (answer.outcome !== 'unknown') break;
    }
  }
}

async function lastRevision(node: EventStore, stream: string): Promise<number | undefined> {
  try {
    return (await collected(node.readStream(stream, { direction: 'backwards', limit: 1 })))[0]?.revision ?? -1;
  } catch {
    return undefined;
  }
}

async function appended(node: EventStore, stream: string, events: readonly NewEvent[], revision: number): Promise<Told> {
  const late = new AbortController();
  // Far beyond the deadline, so that a busy machine is not taken for a promise that never settles.
  const never = pause(20_000, { stream, events, outcome: 'unsettled' as const }, { signal: late.signal }).catch(() => ({
    stream,
    events,
    outcome: 'unsettled' as const,
  }));
  const answer = node.append(stream, events, revision === -1 ? 'none' : revision).then(
    ({ firstRevision, position }): Told => ({ stream, events, outcome: 'acknowledged', firstRevision, position }),
    (error: unknown): Told => {
      if (error instanceof OutcomeUnknown) return { stream, events, outcome: 'unknown' };
      if (error instanceof ConcurrencyConflict || error instanceof EventStoreUnavailable || error instanceof DuplicateEventId)
        return { stream, events, outcome: 'refused' };
      throw error;
    },
  );
  return Promise.race([answer, never]).finally(() => late.abort());
}

function* wrongAnswers(told: readonly Told[], log: readonly StoredEvent[]): Generator<string> {
  const places = new Map<string, StoredEvent[]>();
  for (const event of log) places.set(event.id, [...(places.get(event.id) ?? []), event]);
  for (const [id, stood] of places) if (stood.length > 1) yield `event ${id} stands ${stood.length} times`;
  const unresolved = new Set(told.filter(({ outcome }) => outcome !== 'refused').flatMap(({ events }) => events.map(({ id }) => id)));
  for (const { events, outcome, firstRevision = 0, position } of told) {
    if (outcome === 'unsettled') yield 'an append never settled';
    for (const [index, { id }] of events.entries()) {
      const [stood] = places.get(id) ?? [];
      if (outcome === 'acknowledged' && stood?.revision !== firstRevision + index) yield `the acknowledged event ${id} is not where it was said to be`;
      if (outcome === 'acknowledged' && index === events.length - 1 && stood?.position !== position) yield `the acknowledged event ${id} has another position`;
      if (outcome === 'refused' && stood && !unresolved.has(id)) yield `event ${id} was called a failure, and stands in the log`;
    }
  }
}

async function wrongDelivery(subscribed: Promise<void>, seen: readonly StoredEvent[], log: readonly StoredEvent[]): Promise<string[]> {
  const wrong: string[] = [];
  subscribed.catch((error: unknown) => wrong.push(`the subscription failed: ${error instanceof Error ? error.message : 'without a reason'}`));
  for (let waited = 0; seen.length < log.length && wrong.length === 0 && waited < 20_000; waited += 10) await pause(10);
  if (seen.length !== log.length) wrong.push(`the subscription gave ${seen.length} of ${log.length} events`);
  if (seen.some(({ id }, index) => id !== log[index]?.id)) wrong.push('the subscription has other events, or another order, than the log');
  return wrong;
}
