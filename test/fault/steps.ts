import { createHash } from 'node:crypto';
import { formatWib, uuidv5 } from '#kernel';
import type { Stage } from '../support/server/stage.ts';

/** A command of a client, before it has a key. */
export interface Step {
  readonly name: string;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const minute = 60_000;
const at = (instant: number): Readonly<Record<string, string>> => ({ 'saksi-occurred-at': formatWib(instant) });

/**
 * What a client records next: mostly a visit, sometimes a page of the paper log or a door. Visits that stay are allowed
 * until a moment from now, so that their deadlines fall due while the server runs, or while it is dead.
 */
export function steps(stage: Stage, client: number, count: number, random: (below: number) => number): readonly Step[] {
  const now = Date.now();
  const [place] = stage.posts;
  if (!place) throw new TypeError('The stage has no post.');
  const { post, doors } = place;
  const [visit, guest] = ['visit', 'guest'].map((kind) => uuidv5(post, `${kind} ${client} ${count} ${now}`)) as [string, string];
  const of = { visit, post, guest };
  const badge = `${client}-${count}`;
  const allowedFor = 200 + random(1_500);
  const report: Step = {
    name: 'access.report-guest',
    body: {
      ...of,
      name: { value: `Tamu ${client} ${count}` },
      identityType: 'ktp',
      identityNumber: { value: `1601${count}` },
      purpose: { value: 'Mengantar segel.' },
      minutesAllowed: 1,
    },
    headers: at(now - minute + allowedFor),
  };
  const admit: Step = { name: 'access.admit-guest', body: { ...of, door: doors[0], badge } };
  const leave: Step = { name: 'access.check-out-guest', body: of };
  const correct: Step = {
    name: 'access.correct-visit',
    body: {
      ...of,
      reason: { value: `Nama salah tulis ${count}.` },
      name: { value: `Tamu Baru ${client} ${count}` },
      allowedUntil: formatWib(now + allowedFor + random(2_000)),
    },
  };
  const page = uuidv5(post, `page ${client} ${count} ${now}`);
  const line = { visit, guest, at: formatWib(now - 10 * minute) };
  const own = { door: doors[1 + (client % 6)], post };

  const scripts: readonly (readonly Step[])[] = [
    [report, admit],
    [report, admit],
    [report, admit, correct],
    [report, admit, correct, leave],
    [report, admit, leave],
    [report, { name: 'access.refuse-guest', body: { ...of, reason: 'no-document', note: { value: `Ditolak ${count}.` } } }],
    [report, admit, { name: 'access.record-exit-not-observed', body: { ...of, note: { value: `Tidak terlihat ${count}.` } } }],
    // Told afterwards that somebody left who had not come: kept, and a contradiction.
    [report, { ...leave, headers: { ...at(now - minute + allowedFor + 1), 'saksi-testimony': 'told' } }],
    [
      {
        name: 'access.transcribe-page',
        body: {
          page,
          post,
          photo: createHash('sha256').update(page).digest('hex'),
          keptBy: stage.people.guard.account,
          from: formatWib(now - 12 * minute),
          until: formatWib(now - 5 * minute),
          entries: [
            {
              ...line,
              what: 'guest-reported',
              name: { value: `Tamu Kertas ${count}` },
              identityType: 'none',
              purpose: { value: 'Menurut halaman.' },
              minutesAllowed: 1,
            },
            { ...line, at: formatWib(now - 9 * minute), what: 'guest-admitted', door: doors[0], badge },
          ],
        },
      },
    ],
    // Told, because a client that went on without an answer does not know how its door stands.
    [
      { name: 'access.lock-door', body: { ...own, reason: 'night' }, headers: { ...at(now), 'saksi-testimony': 'told' } },
      { name: 'access.unlock-door', body: own, headers: { ...at(now + 1), 'saksi-testimony': 'told' } },
    ],
  ];
  return scripts[random(scripts.length)] ?? [];
}
