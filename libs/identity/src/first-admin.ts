import type { Recorder } from '#cqrs';
import { uuidv7, type Clock } from '#kernel';
import { accountIdOf, isLogin } from './domain/account.ts';
import { grantRole } from './features/grant-role/grant-role.ts';
import { openAccount } from './features/open-account/open-account.ts';
import type { SignIn } from './sign-in/sign-in.ts';

export interface FirstAdmin {
  readonly login: string;
  readonly passphrase: string;
  /** The operating-system user at the command line: the actor of what is recorded. */
  readonly by: string;
}

export interface FirstAdminParts {
  readonly recorder: Pick<Recorder, 'record'>;
  readonly signIn: Pick<SignIn, 'setPassphrase' | 'judgePassphrase'>;
  readonly clock: Clock;
}

/** A login that is no code. */
export class NotALogin extends Error {
  override readonly name = 'NotALogin';
  constructor() {
    super(
      'A login has 2 to 40 small letters, digits, dots, dashes or underscores, and begins with a letter or a digit. Use a code such as a unit or service number, never a name.',
    );
  }
}

/**
 * Opens an account, makes it admin everywhere from now on and sets its passphrase, for `saksi user create`. The
 * account's id is answered.
 * @throws NotALogin, TooWeak (nothing was recorded then), Objected with `identity.login-taken`
 */
export async function createFirstAdmin({ login, passphrase, by }: FirstAdmin, { recorder, signIn, clock }: FirstAdminParts): Promise<string> {
  if (!isLogin(login)) throw new NotALogin();
  signIn.judgePassphrase(login, passphrase);
  const account = accountIdOf(login);
  const telling = () => ({ commandId: uuidv7(clock.now()), principal: { kind: 'system', user: by }, voice: 'asked' }) as const;
  await recorder.record(openAccount, { login }, telling());
  await recorder.record(grantRole, { account, grant: uuidv7(clock.now()), role: 'admin', everywhere: true, from: clock.now() }, telling());
  await signIn.setPassphrase(account, login, passphrase, 'first');
  return account;
}
