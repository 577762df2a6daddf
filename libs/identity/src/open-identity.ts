import type { Authority, CoSigning, Devices, MarkedEntries, Recorder } from '#cqrs';
import type { Clock } from '#kernel';
import { createAuthority } from './authority/authority.ts';
import type { PlaceDirectory } from './authority/coverage.ts';
import { createCoSigning, type CoSigningParts } from './co-signing/co-signing.ts';
import { createDevices } from './devices/devices.ts';
import { createMarkedEntries } from './devices/entries.ts';
import type { Account } from './domain/account.ts';
import { createJournal, type Journal } from './journal.ts';
import type { Secrets } from './secrets/secrets.ts';
import { openSessions, type SessionOptions, type SessionStore } from './sessions/sessions.ts';
import { createAttempts, type AttemptOptions } from './sign-in/attempts.ts';
import { createHashing, type HashingOptions } from './sign-in/hashing.ts';
import type { SecretRules } from './sign-in/rules.ts';
import { createSignIn, type SignIn } from './sign-in/sign-in.ts';

export type OpenSecrets = () => Promise<Secrets>;

export interface IdentityOptions {
  /** Where hashes of secrets, sessions and attempts are kept: `secretsInFile`, `secretsInPostgres`. */
  readonly secrets: OpenSecrets;
  readonly clock: Clock;
  /** The folded stream of an account, from the cache by revision: called at every command and query. */
  readonly loadAccount: (user: string) => Promise<Account>;
  readonly places: PlaceDirectory;
  /** The one way into the log. Asked for when something is to be recorded, because the recorder itself needs identity. */
  readonly recorder: () => Pick<Recorder, 'record'>;
  readonly hashing?: HashingOptions;
  readonly sessions?: SessionOptions;
  readonly attempts?: AttemptOptions;
  readonly rules?: SecretRules;
  readonly secondPersons?: CoSigningParts['roles'];
  /** What failed beside an answer: a lock-out that could not be recorded. No personal data, no secret. */
  readonly onFailure?: (error: unknown) => void;
}

/** Accounts, sessions, devices and consents: everything that says who someone is and what they may do. */
export interface Identity {
  readonly authority: Authority;
  readonly coSigning: CoSigning;
  readonly devices: Devices;
  readonly entries: MarkedEntries;
  readonly sessions: SessionStore;
  readonly signIn: SignIn;
  readonly journal: Journal;
  readonly loadAccount: (user: string) => Promise<Account>;
  /** The last number of a device's sequence that has come; undefined: none has. */
  readonly lastSeqOf: (device: string) => Promise<number | undefined>;
  close(): Promise<void>;
}

/** @throws IdentityUnavailable with a sentence that says what to do, when they cannot be opened */
export async function openIdentity(options: IdentityOptions): Promise<Identity> {
  const { clock, loadAccount, places, recorder, rules, onFailure = () => undefined } = options;
  const secrets = await options.secrets();
  const underWay = new Set<Promise<void>>();
  const journal = createJournal(recorder, clock);

  /** Not awaited by the sign-in: a known account would answer later than an unknown one. */
  const recordLock = (user: string, what: 'passphrase' | 'pin' | 'code', until: number): void => {
    const recording = (async () => {
      if ((await loadAccount(user)).status === 'open') await journal.signInLocked(user, what, until);
    })()
      .catch(onFailure)
      .finally(() => underWay.delete(recording));
    underWay.add(recording);
  };

  try {
    const sessions = await openSessions(secrets, clock, { onTouchFailed: onFailure, ...options.sessions });
    const hashing = await createHashing(options.hashing);
    const attempts = createAttempts(secrets, clock, recordLock, options.attempts);
    const authority = createAuthority({ loadAccount, places });
    const signIn = createSignIn({ secrets, sessions, hashing, attempts, journal, loadAccount, clock, ...(rules && { rules }) });
    return {
      authority,
      coSigning: createCoSigning({
        authority,
        secrets,
        loadAccount,
        checkPin: (user, pin) => signIn.checkPin(user, pin),
        ...(options.secondPersons && { roles: options.secondPersons }),
      }),
      devices: createDevices({ secrets, loadAccount }),
      entries: createMarkedEntries({ recorder, secrets, clock }),
      sessions,
      signIn,
      journal,
      loadAccount,
      lastSeqOf: (device) => secrets.ask('lastSeqOf', device),
      async close() {
        await Promise.all(underWay);
        await sessions.close();
        await secrets.close();
      },
    };
  } catch (error) {
    await secrets.close();
    throw error;
  }
}
