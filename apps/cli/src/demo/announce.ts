import { formatWib } from '#kernel';
import type { Instant } from '#kernel';
import { insideNowKnown, insideThenKnown, leakMuster, lockedDoor } from './questions.ts';
import { offered } from './scenario/people.ts';
import type { Secrets } from './recording/client.ts';

interface Announced {
  readonly url: string;
  readonly folder: string;
  readonly now: Instant;
  /** Absent when the passphrase is that of an earlier start. */
  readonly secrets?: Secrets;
}

/** Of an answer with a line for each door, the persons. */
const names = `grep -o '"name":"[^"]*"' | sort -u`;

/** What a person reads who started the demonstration: where it is, as whom to look, and what at. */
export function announcement({ url, folder, now, secrets }: Announced): string {
  const ask = (path: string): string => `  curl -sS -H "Authorization: Bearer $TOKEN" '${url}${path}'`;
  const body = JSON.stringify({ login: 'investigator', passphrase: secrets?.passphrase ?? 'PASSPHRASE', via: 'program' });
  return [
    '',
    `Saksi · demonstrasi / demonstration: ${url}  (API: ${url}/api/docs)`,
    `  Semua isinya karangan; jamnya jam cerita: ${formatWib(now).slice(0, 16).replace('T', ' ')} WIB.`,
    '  Everything in it is invented, and runs on the story’s own clock.',
    `  Data: ${folder}`,
    '',
    `Akun / accounts: ${offered.join(', ')}`,
    ...(secrets
      ? [`Kata sandi / passphrase: ${secrets.passphrase}`, `PIN orang kedua / second person’s PIN (guard, squad-leader): ${secrets.pin}`]
      : [
          'Kata sandi: yang dicetak pada start pertama. Setel SAKSI_DEMO_PASSWORD untuk menggantinya.',
          'Passphrase: use the one of the first start, or set SAKSI_DEMO_PASSWORD to set a new one; it stands for PASSPHRASE below.',
        ]),
    '',
    'Masuk / sign in:',
    `  TOKEN=$(curl -sS -H 'Content-Type: application/json' -d '${body.replaceAll("'", `'\\''`)}' ${url}/api/identity/sign-in | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')`,
    '',
    '1. Siapa di dalam pada 02.13: menurut yang kini diketahui, dan menurut yang diketahui saat itu.',
    '   Who was inside at 02:13: as we now know it, and as it was known then.',
    `${ask(insideNowKnown)} | ${names}`,
    `${ask(insideThenKnown)} | ${names}`,
    '2. Pintu Gudang B terkunci sejak 01.32, tetapi seseorang masuk pukul 02.09; dilaporkan tiga jam kemudian.',
    '   Gudang B was locked from 01:32, and yet someone went in at 02:09, as was told three hours later.',
    ask(lockedDoor),
    '3. Apel darurat pukul 03.05: siapa yang dicari, siapa yang muncul tanpa tercatat.',
    '   The muster at 03:05: who was sought, and who turned up although nobody had recorded them.',
    ask(leakMuster),
    '',
    'Berhenti dengan Ctrl-C. / Stop with Ctrl-C.',
    '',
  ].join('\n');
}
