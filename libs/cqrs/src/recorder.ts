import {
  canonicalBytes,
  canonicalText,
  CommandAlreadyRecorded,
  ConcurrencyConflict,
  DuplicateEventId,
  OutcomeUnknown,
  toNewEvents,
  toRecorded,
} from '#event-store';
import type { Appended, EventStore, KeptReceipt, Receipt } from '#event-store';
import { coSignedFieldsOf, signaturePayload, signedBody } from '#http';
import { eventId } from '#kernel';
import type { Actor, Asked, Circumstances, Clock, CommandSlice, CoSignature, Details, DeviceClaim, Fact, Instant, Metadata, Recorded, Scope } from '#kernel';
import { InTheFuture, KeyUsedOtherwise, NothingRecorded, Objected, OutOfScope, StillConflicting } from './errors.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { gather, writtenStream } from './knowledge.ts';
import type { Knowledge, Looks } from './knowledge.ts';
import type { CommandLimits } from './limits.ts';
import type { Authority, CoSigning, Devices, Disclosure, Disclosures, MarkedCommand, MarkedEntries } from './ports.ts';
import { coSign, seal } from './seal.ts';
import type { StreamCache } from './stream-cache.ts';
import { authorshipOf, timesOf } from './telling.ts';
import type { Authorship, Telling, Times } from './telling.ts';

/** What the person is told: where it stands. The same key and content always get the same answer. */
export interface RecordedCommand {
  readonly command: string;
  readonly stream: string;
  readonly firstRevision: number;
  readonly lastRevision: number;
  readonly position: bigint;
  /** True when it had been recorded before. */
  readonly repeated: boolean;
  /** Objections that stood against testimony; kept with the events. */
  readonly contradicts: readonly string[];
  /** What is wrong with the device's entry (a bad signature, a revoked device, a gap in its sequence); kept with the events. */
  readonly marks: readonly string[];
  /** What whoever told it must hear of what was recorded: code and details. */
  readonly notices: ReadonlyMap<string, Details>;
}

export interface RecorderParts {
  readonly store: EventStore;
  /** Shared with whoever else folds streams of this store, so that one cache is true for all. */
  readonly streams: StreamCache;
  readonly looks: Looks;
  readonly authority: Authority;
  readonly coSigning: CoSigning;
  readonly devices: Devices;
  /** Absent: marks are kept with the events, and nothing else becomes of them. */
  readonly entries?: MarkedEntries;
  readonly disclosures: Disclosures;
  readonly clock: Clock;
  readonly limits: CommandLimits;
}

/** A command that takes longer was not working all that time, ms. */
const longestCommand = 3_600_000;

/** For so long it is looked whether an entry came to stand after all, ms. */
const longestExpected = 7 * 86_400_000;

/** What stays the same at every attempt, whatever the command. */
interface Delivery {
  readonly telling: Telling;
  readonly authorship: Authorship;
  readonly device?: DeviceClaim;
  readonly times: Times;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly disclosures: readonly Disclosure[];
  readonly receipt: Receipt;
}

/** One command on its way. */
interface Told<C extends object> extends Delivery {
  readonly slice: CommandSlice<C>;
  readonly command: C;
}

/**
 * The one way into the log: authority, idempotency, one command at a time per written stream, load, object, record,
 * append at the exact revision.
 */
export class Recorder {
  readonly #parts: RecorderParts;
  readonly #queue: KeyedQueue;
  /** Slices whose stream had no event when it was last looked for: the next one is presumed to have none either. */
  readonly #beginning = new WeakSet<object>();

  constructor(parts: RecorderParts) {
    this.#parts = parts;
    this.#queue = new KeyedQueue(parts.limits.waitingPerStream);
  }

  /**
   * @throws NotPermitted, OutOfScope, CoSignatureRefused, InTheFuture, Objected, KeyUsedOtherwise, StreamBusy,
   * StillConflicting, TooManyReads and the errors of the event store; nothing was written then, except at OutcomeUnknown
   */
  record<C extends object>(slice: CommandSlice<C>, asked: Asked<C>, telling: Telling): Promise<RecordedCommand> {
    return this.#parts.streams.asOfNow(() => this.#record(slice, asked, telling));
  }

  async #record<C extends object>(slice: CommandSlice<C>, asked: Asked<C>, telling: Telling): Promise<RecordedCommand> {
    const { authority, clock, coSigning, disclosures: vault, limits } = this.#parts;
    const recordedAt = clock.now();
    const { command, disclosures } = seal(slice, asked, telling.commandId, vault);
    const device = telling.accepted?.claim ?? (telling.device && (await this.#checkDevice(slice, signedBody(slice.command, command), telling, recordedAt)));
    const times = timesOf(telling.occurredAt, device, recordedAt);
    const future = times.effectiveAt > recordedAt + limits.futureTolerance;
    const judgedAt = telling.voice === 'asked' || future || telling.accepted ? recordedAt : times.effectiveAt;

    const scopes = [slice.scope(command)].flat() as readonly Scope[];
    const authorship = authorshipOf(telling, device);
    const actor = await authority.actorFor(authorship.acting, slice.roles, scopes, judgedAt);
    if (future && telling.voice === 'asked') throw new InTheFuture(limits.futureTolerance);
    if (coSignedFieldsOf(slice.command).length > 0) {
      await coSign(slice, command, (claim) => {
        // Verified before the entry was kept apart.
        if (telling.accepted && isConsent(claim)) return Promise.resolve(claim);
        const payload = canonicalBytes({ v: 1, name: slice.name, commandId: telling.commandId, author: actor.user, body: signedBody(slice.command, command) });
        return coSigning.verify(claim, { payload, author: actor.user, scopes, at: judgedAt });
      });
    }
    // Not the voice: what was asked and never answered is told again as testimony, and stands once.
    const digest = vault.digest(canonicalText({ command, name: slice.name, occurredAt: telling.occurredAt ?? null }));
    const told = {
      slice,
      command,
      telling,
      authorship,
      times,
      recordedAt,
      actor,
      disclosures,
      receipt: { command: telling.commandId, user: actor.user, digest },
      ...(device && { device }),
    };
    const keptApart = this.#keptApart(told);
    if (keptApart) return this.#inTurn(keptApart, judgedAt);
    const answer = await this.#expectingNote(told, () => this.#inTurn(told, judgedAt));
    if (answer.marks.length > 0) await this.#note(told, answer);
    return answer;
  }

  /** Notes what is wrong with entries that stand, and that a process had no time to note. Resolves to how many. */
  async noteExpected(): Promise<number> {
    const { entries, store, clock } = this.#parts;
    let noted = 0;
    const failures: unknown[] = [];
    for (const { marked, since } of (await entries?.expected()) ?? []) {
      try {
        const standing = await store.receipt(marked.entry);
        if (standing) {
          await entries?.note({ ...marked, ...(await this.#asItStands(marked, standing.stream, standing.firstRevision)) }, standing.stream);
          noted++;
        } else if (since < clock.now() - longestExpected) await entries?.forget(marked.entry);
      } catch (failure) {
        // One that cannot be noted must not hold up the others.
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} entries could not be marked.`);
    return noted;
  }

  /** What is wrong with an entry is noted after it was recorded: that is a to-do from before on, which a kill leaves. */
  async #expectingNote<C extends object>(told: Told<C>, record: () => Promise<RecordedCommand>): Promise<RecordedCommand> {
    const { entries } = this.#parts;
    // What was accepted is followed by the process that takes it up.
    if (!entries || !told.device || told.telling.accepted) return record();
    const isNew = await entries.expect(markedOf(told, told.device));
    try {
      return await record();
    } catch (error) {
      // Whoever refused it has the last word; what may stand is looked at again.
      if (isNew && !(error instanceof OutcomeUnknown)) await entries.forget(told.telling.commandId).catch(() => undefined);
      throw error;
    }
  }

  async #inTurn<C extends object>(told: Told<C>, judgedAt: Instant): Promise<RecordedCommand> {
    const { clock, disclosures: vault } = this.#parts;
    const answer = await this.#queue.run(writtenStream(told.slice, told.command).ref.name, () => this.#decideAndAppend(told, judgedAt));
    // A machine that slept for days after it had kept them: they may have been removed as what no event names.
    if (told.disclosures.length > 0 && clock.now() - told.recordedAt > longestCommand) await vault.keep(told.disclosures);
    return answer;
  }

  /** What a device signed that is no longer believed does not reach the record it was meant for, unless somebody has accepted it. */
  #keptApart<C extends object>({ slice, command, ...delivery }: Told<C>): Told<object> | undefined {
    const { telling, device } = delivery;
    const instead = device && !telling.accepted && this.#parts.entries?.quarantine(markedOf({ slice, command, ...delivery }, device), { ...command });
    return instead ? { ...delivery, ...instead } : undefined;
  }

  /**
   * Also of what was repeated: it may have been recorded by a process that ended before this. Then what stands in the log
   * counts, not what is found now: what was missing may have come, and the phone's clock is measured anew.
   */
  async #note<C extends object>(told: Told<C>, { stream, repeated, firstRevision }: RecordedCommand): Promise<void> {
    const { entries } = this.#parts;
    if (!told.device || !entries) return;
    const marked = markedOf(told, told.device);
    await entries.note(repeated ? { ...marked, ...(await this.#asItStands(marked, stream, firstRevision)) } : marked, stream);
  }

  /** Of an entry, what its first event says of its device and times. */
  async #asItStands(marked: MarkedCommand, stream: string, revision: number): Promise<Pick<MarkedCommand, 'device' | 'occurredAt' | 'effectiveAt'>> {
    const { device, occurredAt, effectiveAt } = { ...marked, ...(await this.#metadataAt(stream, revision)) };
    return { device, occurredAt, effectiveAt };
  }

  async #checkDevice<C extends object>({ name }: CommandSlice<C>, body: object, telling: Telling, now: Instant): Promise<DeviceClaim | undefined> {
    const { device, principal, commandId, voice, occurredAt, sentAt } = telling;
    if (!device || principal.kind !== 'person' || occurredAt === undefined) return undefined;
    const author = telling.author ?? principal.user;
    const payload = signaturePayload({
      v: 1,
      name,
      commandId,
      author,
      occurredAt,
      device: device.id,
      seq: device.seq,
      clock: device.clock,
      previousHash: device.previousHash,
      body,
    });
    return this.#parts.devices.check(device, { author, payload, commandId, voice, now, ...(sentAt !== undefined && { sentAt }) });
  }

  async #decideAndAppend<C extends object>(told: Told<C>, judgedAt: Instant): Promise<RecordedCommand> {
    const { limits, streams } = this.#parts;
    const { slice, command } = told;
    let presumeNew = this.#beginning.has(slice);
    for (let attempt = presumeNew ? 0 : 1; attempt <= limits.attempts; attempt++) {
      const circumstances = circumstancesOf(told);
      const gathering = () => gather(slice, command, circumstances, { ...this.#parts, streamsPerRead: limits.streamsPerRead, presumeNew });
      const knowledge = await (attempt > 1 ? streams.asOfNow(gathering) : gathering());
      this.#learn(slice, knowledge);
      await this.#belongs(knowledge, told.actor, judgedAt);
      const objections = objectionsOf(slice, command, knowledge, circumstances);
      if (objections.size > 0 && (told.telling.voice === 'asked' || slice.records === 'order')) {
        // On a presumption nothing is refused.
        if (knowledge.presumedNew) {
          presumeNew = false;
          continue;
        }
        const before = await this.#parts.store.receipt(told.receipt.command);
        if (before) return this.#firstAnswer(told, before);
        throw new Objected(objections);
      }
      try {
        return await this.#append(told, knowledge, circumstances, marks(told, objections, limits));
      } catch (error) {
        streams.forget(knowledge.written.ref.name);
        if (error instanceof CommandAlreadyRecorded) return this.#firstAnswer(told, error.receipt);
        if (error instanceof DuplicateEventId || error instanceof OutcomeUnknown) return this.#whatStands(told, error);
        if (!(error instanceof ConcurrencyConflict) && !(error instanceof NothingRecorded && knowledge.presumedNew)) throw error;
        presumeNew = false;
      }
    }
    throw new StillConflicting(limits.attempts);
  }

  #learn(slice: object, { written, presumedNew }: Knowledge): void {
    if (presumedNew) return;
    if (written.folded.revision === -1) this.#beginning.add(slice);
    else this.#beginning.delete(slice);
  }

  /** A stream that belongs to a place is out of reach for whoever is not of that place, whatever the command says. */
  async #belongs({ written }: Knowledge, actor: Actor, at: Instant): Promise<void> {
    const scope = written.ref.of.scope?.(written.folded.state);
    if (scope !== undefined && !(await this.#parts.authority.holds(actor, scope, at))) throw new OutOfScope();
  }

  async #append<C extends object>(told: Told<C>, knowledge: Knowledge, circumstances: Circumstances, contradicts: readonly string[]): Promise<RecordedCommand> {
    const { store, disclosures: vault, limits } = this.#parts;
    const { slice, command, receipt } = told;
    const facts = slice.record(command, knowledge.known, circumstances);
    if (facts.length === 0) throw new NothingRecorded(slice.name);
    const metadata = metadataOf(told, knowledge, contradicts);
    if (told.disclosures.length > 0) await vault.keep(told.disclosures);
    const { ref, folded } = knowledge.written;
    const ids = facts.map((_, index) => eventId(receipt.command, index));
    const events = toNewEvents(ids, facts, metadata);
    const expected = folded.revision === -1 ? 'none' : folded.revision;
    const appended = await store.append(ref.name, events, expected, { receipt, within: limits.appendTimeout });
    const recorded = facts.map(({ type, data }, index): Recorded => ({
      id: ids[index] ?? '',
      stream: ref.name,
      revision: folded.revision + 1 + index,
      position: appended.position,
      type,
      data,
      metadata,
    }));
    this.#parts.streams.appended(ref, folded, recorded);
    return answerOf(receipt.command, ref.name, appended, besides(slice, metadata, facts));
  }

  /**
   * The first answer to a command of which something may stand in the log. A log that is away is not waited for a second
   * time, and what keeps it from being looked at does not make it certain that nothing was recorded.
   */
  async #whatStands<C extends object>(told: Told<C>, doubt: DuplicateEventId | OutcomeUnknown): Promise<RecordedCommand> {
    const { store } = this.#parts;
    if (doubt instanceof OutcomeUnknown && store.capabilities.away?.()) throw doubt;
    let answer: RecordedCommand | undefined;
    try {
      const before = await store.receipt(told.receipt.command);
      answer = before && (await this.#firstAnswer(told, before));
    } catch (failure) {
      if (failure instanceof KeyUsedOtherwise) throw failure;
      throw doubt instanceof OutcomeUnknown ? doubt : new OutcomeUnknown('What stands in the log could not be read.', { cause: failure });
    }
    if (!answer) throw doubt;
    return answer;
  }

  /** The same user and content get the first answer again; anything else is told nothing. */
  async #firstAnswer<C extends object>({ slice, receipt }: Told<C>, before: KeptReceipt): Promise<RecordedCommand> {
    if (before.user !== receipt.user || !Buffer.from(before.digest).equals(receipt.digest)) throw new KeyUsedOtherwise();
    const events: Recorded[] = [];
    const { stream, firstRevision, lastRevision } = before;
    const limit = Object.keys(slice.notices).length === 0 ? 1 : lastRevision - firstRevision + 1;
    for await (const batch of this.#parts.store.readStream(stream, { from: firstRevision, limit })) events.push(...batch.map(toRecorded));
    return answerOf(before.command, stream, { ...before, repeated: true }, besides(slice, events[0]?.metadata ?? {}, events));
  }

  async #metadataAt(stream: string, revision: number): Promise<Partial<Metadata>> {
    for await (const [event] of this.#parts.store.readStream(stream, { from: revision, limit: 1 })) {
      if (event) return JSON.parse(Buffer.from(event.metadata).toString()) as Metadata;
    }
    return {};
  }
}

const isConsent = (claim: object): claim is CoSignature => 'method' in claim;

/** The command as its device claims it. */
function markedOf<C extends object>({ slice, command, telling, actor, authorship, times }: Told<C>, device: DeviceClaim): MarkedCommand {
  const places = [slice.scope(command)].flat() as readonly Scope[];
  const post = places.flatMap((scope) => (typeof scope === 'object' && 'post' in scope ? [scope.post] : []))[0];
  return {
    entry: telling.accepted?.entry ?? telling.commandId,
    command: slice.name,
    author: authorship.named.claimedAuthor ?? actor.user,
    ...(post !== undefined && { post }),
    device,
    ...times,
  };
}

const circumstancesOf = ({ telling, actor, times, recordedAt }: Delivery): Circumstances => ({
  commandId: telling.commandId,
  actor,
  effectiveAt: times.effectiveAt,
  recordedAt,
});

function objectionsOf<C extends object>(slice: CommandSlice<C>, command: C, { known }: Knowledge, circumstances: Circumstances): ReadonlyMap<string, Details> {
  const found = new Map<string, Details>();
  for (const code in slice.objections) {
    const stands = slice.objections[code]?.(command, known, circumstances);
    if (stands === undefined || stands === false) continue;
    found.set(code, stands === true ? {} : stands);
  }
  return found;
}

/** What testimony contradicts: the objections, and a time that lies in the future. */
function marks({ times, recordedAt }: Delivery, objections: ReadonlyMap<string, Details>, { futureTolerance }: CommandLimits): readonly string[] {
  const future = times.effectiveAt > recordedAt + futureTolerance ? ['saksi.in-the-future'] : [];
  return [...objections.keys(), ...future].sort();
}

/** In the order in which canonical JSON has them: they need not be sorted then. */
const metadataOf = (
  { telling, authorship, device, times, recordedAt, actor }: Delivery,
  { decidedOn }: Knowledge,
  contradicts: readonly string[],
): Metadata => ({
  actor,
  causationId: telling.causationId ?? telling.commandId,
  ...(authorship.named.claimedAuthor !== undefined && { claimedAuthor: authorship.named.claimedAuthor }),
  commandId: telling.commandId,
  ...(contradicts.length > 0 && { contradicts }),
  correlationId: telling.correlationId ?? telling.commandId,
  decidedOn,
  ...(device && { device }),
  effectiveAt: times.effectiveAt,
  ...(telling.method && { method: telling.method }),
  occurredAt: times.occurredAt,
  recordedAt,
  ...(authorship.named.sentBy !== undefined && { sentBy: authorship.named.sentBy }),
  voice: telling.voice,
});

/** What the sender is told besides where it stands. */
type Besides = Pick<RecordedCommand, 'contradicts' | 'marks' | 'notices'>;

const besides = (slice: CommandSlice, { contradicts = [], device }: Partial<Metadata>, events: readonly Fact[]): Besides => ({
  contradicts,
  marks: device?.marks ?? [],
  notices: noticesOf(slice, events),
});

function noticesOf({ notices }: CommandSlice, events: readonly Fact[]): ReadonlyMap<string, Details> {
  const found = new Map<string, Details>();
  for (const [code, noticed] of Object.entries(notices)) {
    for (const event of events) {
      const details = noticed(event);
      if (details !== false) found.set(code, details);
    }
  }
  return found;
}

const answerOf = (command: string, stream: string, { firstRevision, lastRevision, position, repeated }: Appended, told: Besides): RecordedCommand => ({
  command,
  stream,
  firstRevision,
  lastRevision,
  position,
  repeated,
  ...told,
});
