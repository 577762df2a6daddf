import { formatWib } from '#kernel';
import type { Instant } from '#kernel';
import { boxOnTheRoad, insideNowKnown, insideThenKnown, lateTruck, leakMuster, lockedDoor, stockAtKemelak } from './questions.ts';
import type { Distribution } from './scenario/distribution/distribution.ts';
import { offered } from './scenario/people.ts';
import type { Secrets } from './recording/client.ts';

interface Announced {
  readonly url: string;
  readonly folder: string;
  readonly now: Instant;
  readonly distribution: Distribution;
  /** Absent when the passphrase is that of an earlier start. */
  readonly secrets?: Secrets;
}

/** Of an answer with a line for each door, the persons. */
const names = `grep -o '"name":"[^"]*"' | sort -u`;

/** What a person reads who started the demonstration: where it is, as whom to look, and what at. */
export function announcement({ url, folder, now, distribution, secrets }: Announced): string {
  const ask = (path: string): string => `  curl -sS -H "Authorization: Bearer $TOKEN" '${url}${path}'`;
  const road = boxOnTheRoad(distribution);
  const clock = (at: Instant): string => formatWib(at).slice(11, 16);
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
    `4. Di mana kotak ini pada ${clock(distribution.asked.at).replace(':', '.')}, 10 Februari: satu pos pemeriksaan baru dilaporkan berjam-jam kemudian.`,
    `   Where this box was at ${clock(distribution.asked.at)} on 10 February: as we now know it, and as it was known before a checkpoint was told of.`,
    ask(road.nowKnown),
    ask(road.thenKnown),
    `5. Truk yang belum tiba padahal waktunya lewat, 10 Februari ${clock(distribution.late.at).replace(':', '.')}.`,
    `   The truck that was past its time on 10 February at ${clock(distribution.late.at)}.`,
    ask(lateTruck(distribution)),
    '6. Semua yang masuk ke Kemelak dan di mana kini; surat suara Presiden lebih 1.000 dari rencana.',
    '   All that came to Kemelak and where it is now; of the presidential ballots 1,000 more than planned.',
    ask(stockAtKemelak()),
    '',
    'Berhenti dengan Ctrl-C. / Stop with Ctrl-C.',
    '',
  ].join('\n');
}
