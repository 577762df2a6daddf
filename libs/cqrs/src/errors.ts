import type { Details } from '#kernel';

/** The person holds none of the roles that the slice asks for. Answered as 403. */
export class NotPermitted extends Error {
  override readonly name = 'NotPermitted';
  readonly roles: readonly string[];
  constructor(roles: readonly string[]) {
    super(
      `This needs one of the roles ${roles.join(', ')}, held at that time by an account that was not suspended. Ask an admin for the role, or someone who holds it.`,
    );
    this.roles = roles;
  }
}

/** The role fits, the place does not. Answered as "not found", so that nothing is learnt about other places. */
export class OutOfScope extends Error {
  override readonly name = 'OutOfScope';
  constructor() {
    super('Nothing of that kind is known here.');
  }
}

/** The second person's consent does not hold: wrong PIN, bad signature, the same person, or no fitting role. */
export class CoSignatureRefused extends Error {
  override readonly name = 'CoSignatureRefused';
  readonly why: 'wrong-pin' | 'locked' | 'bad-signature' | 'same-person' | 'not-permitted' | 'unknown-device';
  constructor(why: CoSignatureRefused['why']) {
    super(`The second person's consent does not hold: ${why}.`);
    this.why = why;
  }
}

/** What a device signed cannot be asked: the device is unknown or revoked, or the signature does not fit. */
export class DeviceRefused extends Error {
  override readonly name = 'DeviceRefused';
  readonly why: 'unknown-device' | 'revoked' | 'bad-signature' | 'sequence';
  constructor(why: DeviceRefused['why']) {
    super(`The device's entry is refused: ${why}. Nothing was recorded; it can still be told as testimony.`);
    this.why = why;
  }
}

/** Objections stand against what was asked or ordered; nothing was written. */
export class Objected extends Error {
  override readonly name = 'Objected';
  readonly objections: ReadonlyMap<string, Details>;
  constructor(objections: ReadonlyMap<string, Details>) {
    super(`Objections stand: ${[...objections.keys()].join(', ')}.`);
    this.objections = objections;
  }
}

/** The key was used for something else, or by someone else; which of both is not said. Answered as 422. */
export class KeyUsedOtherwise extends Error {
  override readonly name = 'KeyUsedOtherwise';
  constructor() {
    super('This idempotency key was used for another command. Use a new key for a new command.');
  }
}

/** Too much waits for the same stream; nothing was written. Answered as 503. */
export class StreamBusy extends Error {
  override readonly name = 'StreamBusy';
  constructor() {
    super('Too many commands wait for the same record. Repeat with the same key in a moment.');
  }
}

/** Others wrote to the stream at every attempt; nothing was written. Answered as 409. */
export class StillConflicting extends Error {
  override readonly name = 'StillConflicting';
  constructor(attempts: number) {
    super(`Others recorded to the same record at each of ${attempts} attempts. Repeat with the same key.`);
  }
}

/** What is asked lies in the future. Testimony of it is kept, marked. */
export class InTheFuture extends Error {
  override readonly name = 'InTheFuture';
  readonly tolerance: number;
  constructor(tolerance: number) {
    super(`The time lies more than ${tolerance / 1000} s in the future. Check the clock, or say when it happened.`);
    this.tolerance = tolerance;
  }
}

/** A slice names more streams than a decision may consult. */
export class TooManyReads extends Error {
  override readonly name = 'TooManyReads';
  constructor(read: string, count: number, limit: number) {
    super(`"${read}" names ${count} streams; a decision may consult ${limit}. Name fewer.`);
  }
}

/** A decider returned no event: a mistake in the slice, not in the command. */
export class NothingRecorded extends Error {
  override readonly name = 'NothingRecorded';
  constructor(slice: string) {
    super(`${slice} recorded nothing. A command records at least one event, or objects.`);
  }
}

/** The view has not passed the position of `Saksi-After` in time. Answered as 503 with Retry-After. */
export class NotYetVisible extends Error {
  override readonly name = 'NotYetVisible';
  constructor(context: string, after: bigint) {
    super(`The views of "${context}" have not reached position ${after} yet. Ask again in a moment; what was recorded is safe.`);
  }
}
