import { CoSignatureRefused, NotPermitted, OutOfScope, type Authority, type CoSigning } from '#cqrs';
import { canonicalBytes } from '#event-store';
import { entryHash, verifySignature } from '#http';
import type { CoSignatureClaim, Instant, Role } from '#kernel';
import type { Account } from '../domain/account.ts';
import { deviceOf } from '../domain/held.ts';
import { isBelieved } from '../devices/devices.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { LockedOut, WrongSecret } from '../sign-in/errors.ts';

export interface CoSigningParts {
  readonly authority: Authority;
  readonly secrets: Secrets;
  readonly loadAccount: (user: string) => Promise<Account>;
  /** @throws WrongSecret, LockedOut */
  readonly checkPin: (user: string, pin: string) => Promise<void>;
  /** Who may be a second person where they hold the place. Default: those who stand at posts and stations, move goods and command. */
  readonly roles?: readonly Role[];
}

const secondPersons: readonly Role[] = ['guard', 'squad-leader', 'dispatcher', 'station-officer', 'commander'];

type DeviceConsent = Extract<CoSignatureClaim, { readonly device: string }>;

/**
 * What a second person's device signs: RFC 8785 canonical JSON of who consents, to which bytes (SHA-256 in hex of the
 * command's payload), and the device's own number and clock, so that none of them can be exchanged afterwards.
 */
export const coSignaturePayload = (
  { user, device, seq, clock }: { readonly user: string; readonly device: string; readonly seq: number; readonly clock: Instant },
  payload: Uint8Array,
): Uint8Array => canonicalBytes({ v: 1, consentsTo: entryHash(payload), user, device, seq, clock });

/** Verifies that another person, with a role there at that time, consented to this very command. */
export function createCoSigning({ authority, secrets, loadAccount, checkPin, roles = secondPersons }: CoSigningParts): CoSigning {
  const byPin = async (user: string, pin: string): Promise<void> => {
    try {
      await checkPin(user, pin);
    } catch (error) {
      if (error instanceof WrongSecret) throw new CoSignatureRefused('wrong-pin');
      if (error instanceof LockedOut) throw new CoSignatureRefused('locked');
      throw error;
    }
  };

  const byDevice = async (claim: DeviceConsent, payload: Uint8Array, at: Instant): Promise<void> => {
    const device = deviceOf(await loadAccount(claim.user), claim.device);
    if (!device || (device.revoked && (at >= device.revoked.at || !isBelieved(device, claim.seq)))) throw new CoSignatureRefused('unknown-device');
    const signed = coSignaturePayload(claim, payload);
    if (!(await verifySignature(device.publicKey, signed, claim.signature))) throw new CoSignatureRefused('bad-signature');
    const marks = await secrets.ask('followSequence', { device: claim.device, seq: claim.seq, hash: entryHash(signed) });
    if (marks.includes('sequence-repeated')) throw new CoSignatureRefused('bad-signature');
  };

  return {
    async verify(claim, { payload, author, scopes, at }) {
      if (claim.user === author) throw new CoSignatureRefused('same-person');
      const method = 'pin' in claim ? 'pin' : 'device';
      await ('pin' in claim ? byPin(claim.user, claim.pin) : byDevice(claim, payload, at));
      // Judged last: whoever cannot prove to be the person learns nothing about their roles.
      try {
        await authority.actorFor({ kind: 'person', user: claim.user, session: '' }, roles, scopes, at);
      } catch (error) {
        if (error instanceof NotPermitted || error instanceof OutOfScope) throw new CoSignatureRefused('not-permitted');
        throw error;
      }
      return { user: claim.user, method };
    },
  };
}
