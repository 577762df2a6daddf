import { knowError, problem, say } from '#http';
import type { Sentence } from '#kernel';
import { IdentityUnavailable } from '../secrets/errors.ts';
import { HashingBusy, LockedOut, TooWeak, WrongSecret } from '../sign-in/errors.ts';
import type { Weakness } from '../sign-in/rules.ts';

const weaknesses: Readonly<Record<Weakness, Sentence>> = {
  'too-short': {
    id: 'Terlalu pendek: frasa sandi paling sedikit 10 huruf, PIN 6 angka.',
    en: 'Too short: a passphrase needs at least 10 characters, a PIN 6 digits.',
  },
  'too-long': { id: 'Terlalu panjang.', en: 'Too long.' },
  'holds-the-login': { id: 'Hampir sama dengan nama pengguna.', en: 'Little more than the user name.' },
  'too-simple': { id: 'Terlalu mudah ditebak.', en: 'Too easy to guess.' },
  'not-digits': { id: 'Hanya angka.', en: 'Digits only.' },
};

knowError(WrongSecret, () => problem('wrong-credentials'));
knowError(LockedOut, ({ retryAfter }) => problem('locked-out', { retryAfter }));
knowError(HashingBusy, () => problem('busy', { retryAfter: 1 }));
knowError(IdentityUnavailable, () => problem('unavailable', { retryAfter: 5 }));
knowError(TooWeak, ({ secret, weakness }) =>
  problem('invalid-fields', {
    errors: (language) => [{ path: secret === 'pin' ? 'pin' : 'next', code: weakness, message: say(weaknesses[weakness], language) }],
  }),
);
