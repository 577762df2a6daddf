import type { DeviceEntry } from '#http';
import type {
  Actor,
  CommandSlice,
  CoSignature,
  CoSignatureClaim,
  DeviceClaim,
  Instant,
  PersonalKind,
  NoRole,
  ProcessRole,
  Role,
  Scope,
  Sealed,
  Voice,
} from '#kernel';

/** Who stands behind a request, as identity established it. */
export type Principal =
  | { readonly kind: 'person'; readonly user: string; readonly session: string }
  | { readonly kind: 'process'; readonly role: ProcessRole }
  | { readonly kind: 'system'; readonly user: string };

/** Judges who may do what where. Implemented by identity. */
export interface Authority {
  /**
   * The actor this principal may be for it: one of `roles`, holding every one of `scopes` at the instant `at`.
   * @throws NotPermitted when no role fits, OutOfScope when the role fits but not there (answered as "not found")
   */
  actorFor(principal: Principal, roles: readonly (Role | ProcessRole | NoRole)[], scopes: readonly Scope[], at: Instant): Promise<Actor>;
  /** Whether the account held the scope in that role then; for streams that say what they belong to. */
  holds(actor: Actor, scope: Scope, at: Instant): Promise<boolean>;
}

export interface CoSigning {
  /** @throws CoSignatureRefused: wrong PIN, bad signature, the same person, or a role or place that does not fit */
  verify(
    claim: CoSignatureClaim,
    of: { readonly payload: Uint8Array; readonly author: string; readonly scopes: readonly Scope[]; readonly at: Instant },
  ): Promise<CoSignature>;
}

/** A personal value on its way to the vault. `path` is `<command>.<field>`; `about` are further persons it concerns. */
export interface Disclosure {
  readonly commitment: Sealed;
  readonly subject: string;
  readonly path: string;
  readonly value: string;
  readonly salt: string;
  readonly kind: PersonalKind;
  readonly about: readonly string[];
}

export interface Revealed {
  readonly value: string;
  readonly kind: PersonalKind;
  readonly subject: string;
}

/** Checks what devices signed. Implemented by identity. */
export interface Devices {
  /**
   * The claim to be recorded: the entry, the clock's offset (server − device, ms) and marks for what is wrong with it: a
   * gap, a repeated or forked sequence, a revoked device, a bad signature. Testimony is never refused for a mark.
   * @throws DeviceRefused when it is asked and the device is unknown or revoked, or the signature is bad
   */
  check(
    entry: DeviceEntry,
    of: {
      readonly author: string;
      readonly payload: Uint8Array;
      readonly commandId: string;
      readonly voice: Voice;
      /** The device's clock when it sent this, if it said so. */ readonly sentAt?: Instant;
      readonly now: Instant;
    },
  ): Promise<DeviceClaim>;
}

/** A command that a device signed, as its device claims it, with what was found wrong. */
export interface MarkedCommand {
  /** The command's id. */
  readonly entry: string;
  readonly command: string;
  /** Whom it names as its author. */
  readonly author: string;
  readonly post?: string;
  readonly device: DeviceClaim;
  readonly occurredAt: string;
  readonly effectiveAt: Instant;
}

/** What becomes of entries with which something is wrong, besides that they are recorded. Implemented by identity. */
export interface MarkedEntries {
  /** The command to be recorded in the place of one whose device is no longer believed. `body`: the command, sealed. */
  quarantine(marked: MarkedCommand, body: object): { readonly slice: CommandSlice; readonly command: object } | undefined;
  /**
   * It is about to be recorded, and then to be noted, also when this process ends in between. Durable when it resolves;
   * false when that was said before.
   */
  expect(marked: MarkedCommand): Promise<boolean>;
  /** What was expected and neither noted nor forgotten, the oldest first, with since when. */
  expected(): Promise<readonly { readonly marked: MarkedCommand; readonly since: Instant }[]>;
  /** It was not recorded. */
  forget(entry: string): Promise<void>;
  /** Durable when it resolves; the same again changes nothing. `stream`: where the entry stands. It is not expected any more. */
  note(marked: MarkedCommand, stream: string): Promise<void>;
}

/** The vault as commands and queries use it. Implemented by vault. */
export interface Disclosures {
  /** The commitment to a value, with the salt that was given or is derived from master key, command id and path. */
  commit(value: { readonly commandId: string; readonly subject: string; readonly path: string; readonly value: string; readonly salt?: string }): {
    readonly commitment: Sealed;
    readonly salt: string;
  };
  /** Durable when it resolves; the same disclosure again changes nothing. */
  keep(disclosures: readonly Disclosure[]): Promise<void>;
  /** What is still there; an erased value is absent. */
  reveal(commitments: readonly string[]): Promise<ReadonlyMap<string, Revealed>>;
  /** HMAC of what was sent, for the receipt. */
  digest(payload: Uint8Array | string): Uint8Array;
}

/** The spool of reads of personal data, written durably before the answer leaves. Implemented by vault's spool. */
export interface ReadRecorder {
  /** Resolves when kept; false when the spool is full: the names must then be withheld. */
  record(read: { readonly reader: Actor; readonly view: string; readonly subjects: readonly string[]; readonly at: Instant }): Promise<boolean>;
}
