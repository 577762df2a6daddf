import type { Clock } from '#kernel';
import { accountIdOf, isLogin, type Account, type CodePurpose, type OpenAccount, type PassphraseChange } from '../domain/account.ts';
import { isSuspendedAt } from '../domain/held.ts';
import type { Journal } from '../journal.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Session, SessionStore } from '../sessions/sessions.ts';
import type { Attempts } from './attempts.ts';
import { codeHash, newCodeText } from './codes.ts';
import { TooWeak, WrongSecret } from './errors.ts';
import type { Hashing } from './hashing.ts';
import { weaknessOfPassphrase, weaknessOfPin, type SecretRules } from './rules.ts';

export interface SignInParts {
  readonly secrets: Secrets;
  readonly sessions: SessionStore;
  readonly hashing: Hashing;
  readonly attempts: Attempts;
  readonly journal: Journal;
  readonly loadAccount: (user: string) => Promise<Account>;
  readonly clock: Clock;
  readonly rules?: SecretRules;
}

/** Whose session it is that asks. */
export type Asking = Pick<Session, 'user' | 'id'>;

export interface SignedIn {
  readonly token: string;
  readonly session: Session;
}

/** Everything a person does with their own secrets. */
export interface SignIn {
  /** @throws WrongSecret, LockedOut, HashingBusy, IdentityUnavailable */
  signIn(asked: { readonly login: string; readonly passphrase: string; readonly address?: string; readonly via: Session['via'] }): Promise<SignedIn>;
  /** Other sessions of the account end. @throws WrongSecret, LockedOut, TooWeak */
  changePassphrase(by: Asking, asked: { readonly current: string; readonly next: string; readonly address?: string }): Promise<void>;
  /** All sessions of the account end, and what was locked opens. @throws WrongSecret, LockedOut, TooWeak */
  useResetCode(asked: { readonly login: string; readonly code: string; readonly next: string; readonly address?: string }): Promise<void>;
  /** @throws WrongSecret, LockedOut, TooWeak */
  setPin(by: Asking, asked: { readonly passphrase: string; readonly pin: string; readonly address?: string }): Promise<void>;
  /** Sets a PIN without a passphrase: for the command line and the demonstration. @throws TooWeak */
  givePin(user: string, pin: string): Promise<void>;
  /** Whether the PIN is this person's. @throws WrongSecret, LockedOut */
  checkPin(user: string, pin: string): Promise<void>;
  /**
   * The text of a code that the log says was issued, once, to the one who issued it; nothing when there is none for
   * this person to have, or when it was shown before.
   */
  collectCode(by: Asking, asked: { readonly account: string; readonly code: string }): Promise<{ readonly text: string; readonly until: number } | undefined>;
  /** Uses up a code, does the work, and gives the code back when the work fails. @throws WrongSecret, LockedOut */
  withCode<Done>(user: string, purpose: CodePurpose, text: string, address: string | undefined, work: () => Promise<Done>): Promise<Done>;
  /** @throws TooWeak for a passphrase that `setPassphrase` would not take */
  judgePassphrase(login: string, passphrase: string): void;
  /** Sets a passphrase without knowing the current one: for the command line and the demonstration. @throws TooWeak */
  setPassphrase(user: string, login: string, passphrase: string, how: PassphraseChange): Promise<void>;
}

export function createSignIn({ secrets, sessions, hashing, attempts, journal, loadAccount, clock, rules }: SignInParts): SignIn {
  const usable = async (user: string): Promise<OpenAccount | undefined> => {
    const account = await loadAccount(user);
    return account.status === 'open' && !isSuspendedAt(account, clock.now()) ? account : undefined;
  };

  /** The account when the passphrase fits; the passphrase is checked first, so that unknown accounts take as long. */
  const owner = async (user: string, passphrase: string): Promise<OpenAccount | undefined> => {
    const phc = await secrets.ask('secretOf', user, 'passphrase');
    if (!(await hashing.fits(phc, passphrase))) return undefined;
    const account = await usable(user);
    if (account && phc !== undefined && hashing.isOutdated(phc)) await secrets.ask('setSecret', user, 'passphrase', await hashing.hash(passphrase));
    return account;
  };

  const insist = (secret: 'passphrase' | 'pin', weakness: ReturnType<typeof weaknessOfPin>): void => {
    if (weakness) throw new TooWeak(secret, weakness);
  };

  /** The log says first that it was set: an unrecorded change of a secret would be worse than a recorded one that failed. */
  const setPassphrase = async (user: string, login: string, passphrase: string, how: PassphraseChange): Promise<void> => {
    insist('passphrase', weaknessOfPassphrase(passphrase, login, rules));
    const phc = await hashing.hash(passphrase);
    await journal.passphraseSet(user, how);
    await secrets.ask('setSecret', user, 'passphrase', phc);
  };

  const givePin = async (user: string, pin: string): Promise<void> => {
    insist('pin', weaknessOfPin(pin, rules));
    const phc = await hashing.hash(pin);
    await journal.pinSet(user);
    await secrets.ask('setSecret', user, 'pin', phc);
  };

  const withCode: SignIn['withCode'] = async (user, purpose, text, address, work) => {
    const code = await attempts.try('code', user, address, () => secrets.ask('useCode', user, purpose, codeHash(user, purpose, text), clock.now()));
    return work().catch(async (error: unknown) => {
      await secrets.ask('releaseCode', code);
      throw error;
    });
  };

  return {
    async signIn({ login, passphrase, address, via }) {
      const user = accountIdOf(isLogin(login.trim().toLowerCase()) ? login : '');
      await attempts.try('passphrase', user, address, () => owner(user, passphrase));
      return sessions.open(user, via);
    },

    async changePassphrase({ user, id }, { current, next, address }) {
      const { login } = await attempts.try('passphrase', user, address, () => owner(user, current));
      await setPassphrase(user, login, next, 'own');
      await sessions.endAll(user, { except: id });
    },

    async useResetCode({ login, code, next, address }) {
      const user = accountIdOf(login);
      insist('passphrase', weaknessOfPassphrase(next, login, rules));
      await withCode(user, 'reset', code, address, async () => {
        const account = await usable(user);
        if (!account) throw new WrongSecret('code');
        await setPassphrase(user, account.login, next, 'reset');
      });
      await Promise.all([attempts.forgive(user), sessions.endAll(user)]);
    },

    async setPin({ user }, { passphrase, pin, address }) {
      insist('pin', weaknessOfPin(pin, rules));
      await attempts.try('passphrase', user, address, () => owner(user, passphrase));
      await givePin(user, pin);
      await attempts.forgive(user);
    },

    async checkPin(user, pin) {
      await attempts.try('pin', user, undefined, async () => {
        const phc = await secrets.ask('secretOf', user, 'pin');
        return (await hashing.fits(phc, pin)) ? usable(user) : undefined;
      });
    },

    async collectCode({ user: by }, { account: user, code }) {
      const account = await usable(user);
      const issued = account?.codes.find((each) => each.code === code && each.by === by && each.until > clock.now());
      if (!issued) return undefined;
      const text = newCodeText();
      const { purpose, until } = issued;
      const kept = await secrets.ask('keepCode', { code, account: user, purpose, hash: codeHash(user, purpose, text), until }, clock.now());
      return kept ? { text, until } : undefined;
    },

    judgePassphrase: (login, passphrase) => insist('passphrase', weaknessOfPassphrase(passphrase, login, rules)),
    givePin,
    withCode,
    setPassphrase,
  };
}
