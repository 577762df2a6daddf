import { commandLimits, memoryIntents, Objected, Recorder, StillConflicting, StreamCache, withReceipts } from '#cqrs';
import type { RecordedCommand } from '#cqrs';
import { EventStoreUnavailable, OutcomeUnknown, toRecorded } from '#event-store';
import type { EventStore } from '#event-store';
import { Id } from '#http';
import { command, event, stream, systemClock, uuidv5 } from '#kernel';
import type { CommandSlice, Recorded } from '#kernel';
import type { seeded } from '../../libs/event-store/src/contract/random.ts';
import { settledLog } from './settled-log.ts';

/*
 * What a decision on one node knows of what was recorded on another. A gate is opened and shut; who passes it is
 * recorded in a stream of their own, of which the decision appends, and reads the gate, to which it does not append: no
 * revision that it expects protects it from a gate that was shut meanwhile.
 */
const turned = event('test.gate-turned.v1')<{ open: boolean }>();
const gate = stream<{ open: boolean }, ReturnType<typeof turned>>({
  kind: 'gate',
  initial: { open: false },
  evolve: { 'test.gate-turned.v1': (_, { open }) => ({ open }) },
});
const passed = event('test.passed.v1')<{ open: boolean }>();
const walk = stream<{ times: number }, ReturnType<typeof passed>>({
  kind: 'walk',
  initial: { times: 0 },
  evolve: { 'test.passed.v1': ({ times }) => ({ times: times + 1 }) },
});

class TurnGate {
  @Id('The gate') gate!: string;
}
class PassGate extends TurnGate {
  @Id('The walk') walk!: string;
}
const common = { records: 'fact', roles: ['guard'], scope: () => 'anyone' as const } as const;
const turnGate = command(TurnGate)({
  ...common,
  name: 'test.turn-gate',
  summary: 'Opens a gate that is shut, and shuts one that is open.',
  writes: { gate: (c) => gate.at(c.gate) },
  objections: {},
  record: (_, { gate }) => [turned({ open: !gate.open })],
});
const passGate = command(PassGate)({
  ...common,
  name: 'test.pass-gate',
  summary: 'Passes a gate, and says whether it was open.',
  writes: { walk: (c) => walk.at(c.walk) },
  reads: { gate: (c) => gate.at(c.gate) },
  objections: { 'test.gate-is-shut': (_, { gate }) => !gate.open },
  record: (_, { gate }) => [passed({ open: gate.open })],
});

const namespace = uuidv5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'urn:saksi:decisions');
const user = uuidv5(namespace, 'guard');

/** One command as its sender saw it: how far each gate had been acknowledged, by anybody, before it was sent. */
interface Sent {
  readonly id: string;
  readonly gate: string;
  readonly acknowledged: number;
  readonly outcome: 'recorded' | 'refused' | 'unsettled';
}

function recorderOn(store: EventStore, intents: ReturnType<typeof memoryIntents>): Recorder {
  const log = withReceipts(store, intents);
  const never = (): Promise<never> => Promise.reject(new Error('not in this spec'));
  return new Recorder({
    store: log,
    // Few, so that streams are also forgotten and read again.
    streams: new StreamCache(log, { streams: 6 }),
    looks: { ask: never },
    authority: { actorFor: () => Promise.resolve({ user, role: 'guard' }), holds: () => Promise.resolve(true) },
    coSigning: { verify: never },
    devices: { check: never },
    disclosures: {
      commit: () => {
        throw new Error('nothing here is personal');
      },
      keep: never,
      reveal: never,
      digest: (payload) => (typeof payload === 'string' ? Buffer.from(payload) : payload),
    },
    clock: systemClock,
    limits: commandLimits,
  });
}

/**
 * Senders on every node turn gates and pass them. Returns what no promise allows, as sentences: a decision that did not
 * know what had been acknowledged before it was asked for, or that says another state than its revision had.
 */
export async function brokenDecisions(nodes: readonly EventStore[], random: ReturnType<typeof seeded>, name: string): Promise<readonly string[]> {
  const intents = memoryIntents();
  const recorders = nodes.map((node) => recorderOn(node, intents));
  const gates = [0, 1].map((index) => uuidv5(namespace, `${name} gate ${index}`));
  const acknowledged = new Map<string, number>();
  const sent: Sent[] = [];
  const send = async (slice: CommandSlice, asked: object, at: string, id: string): Promise<void> => {
    const before = acknowledged.get(at) ?? -1;
    const recorder = recorders[random(recorders.length)] as Recorder;
    const outcome = await recorder.record(slice, asked, { commandId: id, principal: { kind: 'person', user, session: 's' }, voice: 'asked' }).then(
      (told: RecordedCommand): Sent['outcome'] => {
        if (told.stream === gate.at(at).name) acknowledged.set(at, Math.max(acknowledged.get(at) ?? -1, told.lastRevision));
        return 'recorded';
      },
      (error: unknown): Sent['outcome'] => {
        if (error instanceof Objected) return 'refused';
        if (error instanceof OutcomeUnknown || error instanceof EventStoreUnavailable || error instanceof StillConflicting) return 'unsettled';
        throw error;
      },
    );
    sent.push({ id, gate: at, acknowledged: before, outcome });
  };
  const sender = async (index: number): Promise<void> => {
    for (let step = 0; step < 8; step++) {
      const at = gates[random(gates.length)] as string;
      const id = uuidv5(namespace, `${name} ${index} ${step}`);
      if (random(3) === 0) await send(turnGate, { gate: at }, at, id);
      else await send(passGate, { gate: at, walk: uuidv5(namespace, `${name} walk ${random(4)}`) }, at, id);
    }
  };
  await Promise.all(Array.from({ length: 4 }, (_, index) => sender(index)));
  const [first] = nodes;
  return [...wrongIn(sent, first ? (await settledLog(first)).map(toRecorded) : [])];
}

const saysOpen = ({ data }: Recorded): boolean => 'open' in data && data.open === true;

function* wrongIn(sent: readonly Sent[], log: readonly Recorded[]): Generator<string> {
  const byCommand = new Map(log.map((each) => [each.metadata.commandId, each]));
  for (const { id, gate: at, acknowledged, outcome } of sent) {
    const stands = byCommand.get(id);
    if (outcome === 'recorded' && !stands) yield `${id} was acknowledged, and is not in the log`;
    if (outcome === 'refused' && stands) yield `${id} was refused, and stands in the log`;
    if (!stands) continue;
    const { name } = gate.at(at);
    const decidedOn = stands.metadata.decidedOn.streams[name] ?? -1;
    if (decidedOn < acknowledged) yield `${id} was decided on revision ${decidedOn} of ${name}, when ${acknowledged} had been acknowledged before it was sent`;
    const known = log.find(({ stream, revision }) => stream === name && revision === decidedOn);
    const open = known !== undefined && saysOpen(known);
    if (stands.type === passed.type && (!open || !saysOpen(stands))) yield `${id} says that ${name} was open, which at ${decidedOn} it was not`;
    if (stands.type === turned.type && saysOpen(stands) === open) yield `${id} turned ${name} to what it was`;
  }
}
