import { eventId } from '#kernel';
import type { Circumstances, CommandSlice, CoSignature, CoSignatureClaim, Fact, Metadata, Recorded, Sealed, StreamKind, StreamRef } from '#kernel';
import { coSignedFieldsOf, personalFieldsOf, replaceAt } from '#http';
import { nightAtKemelak } from './night.ts';
import type { Example, Outcome } from './stack.ts';

/** A personal value in a spec, as it is expected in an event: readable, and equal at both altitudes. */
export const sealed = (value: string): Sealed => `sealed:${value}` as Sealed;

/** A given event told at another time or by another person than the command: `told(guestAdmitted(…), { effectiveAt })`. */
export const told = <Event extends Fact>(event: Event, told: Partial<Pick<Metadata, 'effectiveAt' | 'recordedAt' | 'actor' | 'contradicts'>>): Event => ({
  ...event,
  told,
});

/** Ids that specs use when they do not care. */
export const someUser = '018c2207-0000-7000-8000-000000000001';
export const someCommand = '018c2207-0000-7000-8000-00000000c001';

/** Runs an example on the pure functions of its slice. */
export function decide({ slice, streams, looks, asked, setting }: Example, voice: 'asked' | 'testified'): Outcome {
  const command = sealedCommand(slice, asked);
  const circumstances: Circumstances = {
    commandId: someCommand,
    actor: { user: setting.user ?? someUser, role: setting.role ?? slice.roles[0] ?? 'admin' },
    effectiveAt: setting.effectiveAt ?? nightAtKemelak,
    recordedAt: setting.recordedAt ?? setting.effectiveAt ?? nightAtKemelak,
  };
  const state = (ref: StreamRef<unknown, Fact>): unknown => fold(ref, streams.get(ref.name) ?? [], circumstances);
  const known: Record<string, unknown> = { ...looks };
  for (const [name, ref] of Object.entries({ ...slice.reads, ...slice.writes })) {
    const refs = ref(command);
    known[name] = Array.isArray(refs) ? refs.map(state) : state(refs as StreamRef<unknown, Fact>);
  }
  const codes = Object.entries(slice.objections)
    .filter(([, objects]) => (objects(command, known, circumstances) ?? false) !== false)
    .map(([code]) => code)
    .sort();
  const stands = codes.length > 0;
  if (stands && (voice === 'asked' || slice.records === 'order')) return { refused: codes, written: [] };
  return { written: slice.record(command, known, circumstances), contradicts: codes };
}

const consentOf = (claim: CoSignatureClaim): CoSignature => ({ user: claim.user, method: 'pin' in claim ? 'pin' : 'device' });

function sealedCommand(slice: CommandSlice, asked: object): object {
  const command: object = Object.assign(Object.create(slice.command.prototype as object) as object, structuredClone(asked));
  for (const { path } of personalFieldsOf(slice.command)) replaceAt(command, path, (personal) => sealed((personal as { value: string }).value));
  for (const path of coSignedFieldsOf(slice.command)) replaceAt(command, path, (claim) => consentOf(claim as CoSignatureClaim));
  return command;
}

type When = Pick<Circumstances, 'actor' | 'effectiveAt' | 'recordedAt'>;

function fold<State, Event extends Fact>(ref: StreamRef<State, Event>, events: readonly Event[], { actor, effectiveAt, recordedAt }: When): State {
  return events.reduce<State>((state, fact, revision) => {
    const { type, data, told } = { told: {}, ...fact };
    const metadata = { ...recordedStub.metadata, actor, effectiveAt, recordedAt, ...told };
    return ref.of.fold(state, { ...recordedStub, id: eventId(ref.id, revision), stream: ref.name, revision, type, data, metadata });
  }, ref.of.initial);
}

/** The state that these events add up to, in this order of arrival; each happened at `nightAtKemelak` unless it is `told` otherwise. */
export const folded = <State, Event extends Fact>(of: StreamKind<State, Event>, events: readonly Event[]): State =>
  fold(of.at(someCommand), events, { ...recordedStub.metadata, recordedAt: nightAtKemelak, effectiveAt: nightAtKemelak });

const recordedStub: Recorded = {
  id: someCommand,
  stream: '',
  revision: 0,
  position: 0n,
  type: '',
  data: {},
  metadata: {
    commandId: someCommand,
    correlationId: someCommand,
    causationId: someCommand,
    actor: { user: someUser, role: 'guard' },
    occurredAt: '2023-12-01T02:00:00+07:00',
    effectiveAt: nightAtKemelak,
    recordedAt: nightAtKemelak,
    voice: 'asked',
    decidedOn: { streams: {} },
  },
};
