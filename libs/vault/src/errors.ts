/**
 * What the vault refuses or cannot do. No message, and no property, ever holds a personal value: subjects and
 * commitments are named, values never. Every class is built from plain details so that it crosses a worker's port.
 */

/** The vault cannot take or answer it now; nothing that was acknowledged is lost. Repeating is safe. `retryAfter` in seconds. */
export class VaultUnavailable extends Error {
  override readonly name = 'VaultUnavailable';
  readonly details: { readonly why: string; readonly retryAfter: number; readonly diskFull?: boolean };
  constructor(details: { readonly why: string; readonly retryAfter?: number; readonly diskFull?: boolean }) {
    super(`The vault of personal data cannot do this now: ${details.why}`);
    this.details = { ...details, retryAfter: details.retryAfter ?? 1 };
  }
  get retryAfter(): number {
    return this.details.retryAfter;
  }
}

/** The caller's mistake: a salt that is not 16 bytes in hex, a lone surrogate, a commitment to something else. */
export class DisclosureRefused extends Error {
  override readonly name = 'DisclosureRefused';
  readonly details: { readonly path: string; readonly why: string };
  constructor(details: { readonly path: string; readonly why: string }) {
    super(`The personal value of "${details.path}" was not kept: ${details.why}`);
    this.details = details;
  }
}

/** What is kept under these commitments no longer is what was put there: altered, or damaged on the disk. */
export class DisclosureDamaged extends Error {
  override readonly name = 'DisclosureDamaged';
  readonly details: { readonly commitments: readonly string[] };
  constructor(details: { readonly commitments: readonly string[] }) {
    super(
      `${details.commitments.length} personal value(s) in the vault were altered or damaged, first ${details.commitments[0] ?? ''}. ` +
        'Run "saksi doctor", and restore the vault from a backup.',
    );
    this.details = details;
  }
}

/** A legal hold forbids the erasure. */
export class SubjectHeld extends Error {
  override readonly name = 'SubjectHeld';
  readonly details: { readonly subject: string; readonly reasons: readonly string[] };
  constructor(details: { readonly subject: string; readonly reasons: readonly string[] }) {
    super(`Subject ${details.subject} is under legal hold (${details.reasons.join(', ')}) and cannot be erased until every hold is released.`);
    this.details = details;
  }
}

/** The key does not open this vault. */
export class WrongMasterKey extends Error {
  override readonly name = 'WrongMasterKey';
  readonly details: { readonly replacedAt?: string };
  constructor(details: { readonly replacedAt?: string } = {}) {
    super(
      details.replacedAt
        ? `This master key was replaced on ${details.replacedAt} and no longer opens the vault. Give the key that replaced it.`
        : 'This master key does not open this vault: it belongs to another one. Give the key the vault was made with (SAKSI_MASTER_KEY or the key file).',
    );
    this.details = details;
  }
}

/** There is no usable master key: malformed, readable by others, or not readable at all. */
export class UnusableMasterKey extends Error {
  override readonly name = 'UnusableMasterKey';
  readonly details: { readonly why: string };
  constructor(details: { readonly why: string }) {
    super(`The master key cannot be used: ${details.why}`);
    this.details = details;
  }
}

/** The files of the vault or of its erasure register are damaged, or of a newer Saksi. */
export class VaultDamaged extends Error {
  override readonly name = 'VaultDamaged';
  readonly details: { readonly why: string };
  constructor(details: { readonly why: string }) {
    super(`The vault cannot be opened: ${details.why}`);
    this.details = details;
  }
}

/** The database of the vault cannot be used as it is: unreachable, refused, too old, or of a newer Saksi. */
export class VaultUnopenable extends Error {
  override readonly name = 'VaultUnopenable';
  readonly details: { readonly why: string };
  constructor(details: { readonly why: string }) {
    super(`The vault cannot be opened. ${details.why}`);
    this.details = details;
  }
}

/** A request about the vault as a whole that it does not follow: a sweep that is too early, a restore over a vault. */
export class VaultRefused extends Error {
  override readonly name = 'VaultRefused';
  readonly details: { readonly why: string };
  constructor(details: { readonly why: string }) {
    super(details.why);
    this.details = details;
  }
}

const classes = {
  VaultUnavailable,
  DisclosureRefused,
  DisclosureDamaged,
  SubjectHeld,
  WrongMasterKey,
  UnusableMasterKey,
  VaultDamaged,
  VaultUnopenable,
  VaultRefused,
};
export type VaultError = InstanceType<(typeof classes)[keyof typeof classes]>;

/** An error as it crosses a worker's port. */
export type PortedError = {
  [Name in keyof typeof classes]: { readonly name: Name; readonly details: InstanceType<(typeof classes)[Name]>['details'] };
}[keyof typeof classes];

export const isVaultError = (error: unknown): error is VaultError => Object.values(classes).some((type) => error instanceof type);

/** Anything that is not one of these classes is a defect of ours; its message may hold anything, so only its kind crosses. */
export function toPort(error: unknown): PortedError {
  if (isVaultError(error)) return { name: error.name, details: error.details } as PortedError;
  const code = error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : typeof error;
  return { name: 'VaultUnavailable', details: { why: `an unexpected failure (${code}). Look at the server's log and run "saksi doctor".`, retryAfter: 5 } };
}

export function fromPort(error: PortedError): VaultError {
  switch (error.name) {
    case 'VaultUnavailable':
      return new VaultUnavailable(error.details);
    case 'DisclosureRefused':
      return new DisclosureRefused(error.details);
    case 'DisclosureDamaged':
      return new DisclosureDamaged(error.details);
    case 'SubjectHeld':
      return new SubjectHeld(error.details);
    case 'WrongMasterKey':
      return new WrongMasterKey(error.details);
    case 'UnusableMasterKey':
      return new UnusableMasterKey(error.details);
    case 'VaultDamaged':
      return new VaultDamaged(error.details);
    case 'VaultUnopenable':
      return new VaultUnopenable(error.details);
    case 'VaultRefused':
      return new VaultRefused(error.details);
  }
}
