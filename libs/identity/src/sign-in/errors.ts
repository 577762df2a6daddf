import type { LockedSecret } from '../domain/account.ts';
import type { Weakness } from './rules.ts';

/** The login and the secret do not fit, or the account does not exist or is suspended; which of them is never said. Answered as 401. */
export class WrongSecret extends Error {
  override readonly name = 'WrongSecret';
  readonly what: LockedSecret;
  constructor(what: LockedSecret) {
    super('The login and the secret do not fit. Check both and try again, or ask the squad leader for a reset code.');
    this.what = what;
  }
}

/** Too many wrong attempts for this account or from this address. `retryAfter` in seconds. Answered as 429. */
export class LockedOut extends Error {
  override readonly name = 'LockedOut';
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super(`Too many wrong attempts. Wait ${retryAfter} s, or ask the squad leader for a reset code.`);
    this.retryAfter = retryAfter;
  }
}

/** A new passphrase or PIN that is too easy to guess. Answered as 400. */
export class TooWeak extends Error {
  override readonly name = 'TooWeak';
  readonly secret: 'passphrase' | 'pin';
  readonly weakness: Weakness;
  constructor(secret: 'passphrase' | 'pin', weakness: Weakness) {
    super(`The new ${secret} cannot be taken: ${weakness}. Choose another one.`);
    this.secret = secret;
    this.weakness = weakness;
  }
}

/** More secrets are being checked than the machine takes at once; none of them counts as an attempt. Answered as 503. */
export class HashingBusy extends Error {
  override readonly name = 'HashingBusy';
  constructor() {
    super('Too many sign-ins at once. Try again in a moment.');
  }
}
