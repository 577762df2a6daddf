import type { Answer } from '../integration/support/ask.ts';
import { named, post, type Kemelak, type Person } from '../integration/support/kemelak.ts';

/** A guest of that number is reported at the post; the same number is the same command. */
export const reportTo = (kemelak: Kemelak, as: Person, number: number): Promise<Answer> =>
  kemelak.ask({
    to: '/api/access/report-guest',
    as,
    body: {
      visit: named(`visit ${number}`),
      post,
      guest: named(`guest ${number}`),
      name: { value: `Tamu ${number}` },
      identityType: 'none',
      purpose: { value: 'Segel.' },
      minutesAllowed: 60,
    },
    headers: { 'idempotency-key': named(`report ${number}`), 'accept-language': 'en' },
  });
