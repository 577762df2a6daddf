import type { Projected } from '#read-models';
import { sql } from 'kysely';
import { doorEntered, doorLeft, exitNotObserved, visitCorrected } from '../domain/visit.events.ts';
import { whoIsInside } from '../features/who-is-inside/who-is-inside.ts';
import { staysAt } from './inside.ts';
import { admitted, at, commitment, gate, guard, guest, left, night, ofVisit, post, reported, vault, visit } from '../testing/night.ts';

const circumstances = { actor: { user: guard(1), role: 'investigator' as const }, now: at('08:00') };

type Asked = readonly [at: string, knownAt?: string];

/** For each pair of instants, who was inside: asked together, since every question runs the whole night again. */
async function inside(told: Projected, ...asked: readonly Asked[]): Promise<readonly (readonly string[])[]> {
  const questions = asked.map(
    ([clock, knownAt], question) =>
      sql`select ${sql.lit(question)} as question, visit, is_inner, unobserved, entered from ${staysAt({ post, at: at(clock), knownAt: knownAt === undefined ? undefined : at(knownAt) })}`,
  );
  const rows = await told.ask(
    sql<{
      question: number;
      visit: string;
      is_inner: number;
      unobserved: number | null;
    }>`select * from (${sql.join(questions, sql` union all `)}) order by question, entered, visit`,
  );
  return asked.map((_, question) => rows.filter((row) => row.question === question).map(spoken));
}

const spoken = (row: { visit: string; is_inner: number; unobserved: number | null }): string =>
  `${[1, 2, 3].find((number) => visit(number) === row.visit)}${row.is_inner ? ' in the vault' : ''}${row.unobserved === null ? '' : ' exit not observed'}`;

const enteredVault = doorEntered({ post, guest: guest(1), door: vault });
const leftVault = doorLeft({ post, guest: guest(1), door: vault });

describe('who is inside', () => {
  it('has a guest from the entry until before the exit', async () => {
    const told = night(ofVisit(1, reported(1), '01:00'), ofVisit(1, admitted(1), '01:05'), ofVisit(1, left(1), '03:00'));
    expect(await inside(told, ['01:04'], ['01:05'], ['02:59'], ['03:00'])).toEqual([[], ['1'], ['1'], []]);
  });

  it('says what an entry says: door, badge, since when, how late, until when', async () => {
    const told = night(ofVisit(1, reported(1), '01:00'), ofVisit(1, admitted(1), '01:05', '04:05', { contradicts: ['access.door-not-open'] }));
    expect(await told.find(whoIsInside, { post, at: at('02:13') }, circumstances)).toEqual([
      {
        visit: visit(1),
        guest: guest(1),
        name: commitment('a'),
        door: gate,
        doorCode: 'G-1',
        zone: 'halaman',
        inner: false,
        badge: 'T-1',
        entered: '2023-12-01T01:05:00.000+07:00',
        enteredRecorded: '2023-12-01T04:05:00.000+07:00',
        lateMs: 3 * 3_600_000,
        insideMs: 68 * 60_000,
        allowedUntil: '2023-12-01T06:00:00.000+07:00',
        exitNotObserved: null,
        contradicts: ['access.door-not-open'],
      },
    ]);
  });

  it('tells who was inside from who was then known to be, when a whole visit is told three hours late', async () => {
    const told = night(ofVisit(2, admitted(2), '01:00'), ofVisit(1, admitted(1), '01:30', '05:00'), ofVisit(1, left(1), '02:30', '05:01'));
    expect(await inside(told, ['02:13'], ['02:13', '02:13'], ['02:13', '05:00'], ['02:45', '05:00'], ['02:45', '05:01'])).toEqual([
      ['2', '1'],
      ['2'],
      ['2', '1'],
      ['2', '1'],
      ['2'],
    ]);
  });

  it('late exit: the guest was believed inside until it was told', async () => {
    const told = night(ofVisit(1, admitted(1), '01:00'), ofVisit(1, left(1), '02:00', '05:00'));
    expect(await inside(told, ['03:00'], ['03:00', '04:59'], ['03:00', '05:00'], ['01:30', '04:59'])).toEqual([[], ['1'], [], ['1']]);
  });

  it('late in the middle: a stay that was one is split in two, and stays one as it was known before', async () => {
    const told = night(
      ofVisit(1, admitted(1), '00:30'),
      ofVisit(1, enteredVault, '01:00'),
      ofVisit(1, leftVault, '04:00'),
      ofVisit(1, leftVault, '02:00', '05:00'),
      ofVisit(1, enteredVault, '03:00', '05:10'),
    );
    expect(await inside(told, ['01:30'], ['02:30'], ['03:30'], ['04:00'], ['02:30', '04:30'], ['03:30', '05:05'])).toEqual([
      ['1', '1 in the vault'],
      ['1'],
      ['1', '1 in the vault'],
      ['1'],
      ['1', '1 in the vault'],
      ['1'],
    ]);
  });

  it('correction of a late entry: the first version stays readable as what was known then', async () => {
    const told = night(
      ofVisit(1, admitted(1), '01:30', '05:00'),
      ofVisit(1, left(1), '04:00'),
      ofVisit(1, visitCorrected({ post, guest: guest(1), reason: commitment('c'), entered: at('02:30') }), '06:00'),
    );
    expect(await inside(told, ['02:13'], ['02:13', '05:30'], ['02:13', '04:59'], ['02:45'], ['04:00'])).toEqual([[], ['1'], [], ['1'], []]);
  });

  it('an exit told before its entry ends the stay once the entry is told', async () => {
    const told = night(ofVisit(1, left(1), '03:00'), ofVisit(1, admitted(1), '01:00', '05:00'));
    expect(await inside(told, ['02:00'], ['02:00', '04:00'], ['03:30'])).toEqual([['1'], [], []]);
  });

  it('a second admission ends the first, and a second exit after it ends that', async () => {
    const told = night(ofVisit(1, admitted(1), '01:00'), ofVisit(1, left(1), '02:00'), ofVisit(1, admitted(1, 'T-9'), '03:00'), ofVisit(1, left(1), '04:00'));
    expect(await inside(told, ['01:30'], ['02:30'], ['03:30'], ['04:30'])).toEqual([['1'], [], ['1'], []]);
  });

  it('never invents an exit that nobody observed', async () => {
    const told = night(ofVisit(1, admitted(1), '01:00'), ofVisit(1, exitNotObserved({ post, guest: guest(1) }), '03:00'));
    expect(await inside(told, ['02:00'], ['03:00'], ['07:00'])).toEqual([['1'], ['1 exit not observed'], ['1 exit not observed']]);
  });

  it('ends such a stay when someone testifies to the exit after all', async () => {
    const told = night(
      ofVisit(1, admitted(1), '01:00'),
      ofVisit(1, exitNotObserved({ post, guest: guest(1) }), '03:00'),
      ofVisit(1, left(1), '02:00', '06:00'),
    );
    expect(await inside(told, ['02:30'], ['03:30', '05:00'])).toEqual([[], ['1 exit not observed']]);
  });

  it('a guest who leaves the post leaves the vault', async () => {
    const told = night(ofVisit(1, admitted(1), '01:00'), ofVisit(1, enteredVault, '01:30'), ofVisit(1, left(1), '02:00'));
    expect(await inside(told, ['01:45'], ['02:15'])).toEqual([['1', '1 in the vault'], []]);
  });

  it('answers for one door', async () => {
    const told = night(ofVisit(1, admitted(1), '01:00'), ofVisit(1, enteredVault, '01:30'), ofVisit(2, admitted(2), '01:40'));
    expect((await told.find(whoIsInside, { post, door: vault, at: at('02:00') }, circumstances)).map(({ visit: who }) => who)).toEqual([visit(1)]);
  });

  it('keeps what was believed before: a correction closes one row and opens one, and touches no other', async () => {
    const corrected = visitCorrected({ post, guest: guest(1), reason: commitment('c'), badge: 'T-8' });
    const rows = await night(ofVisit(1, admitted(1), '01:00'), ofVisit(1, left(1), '02:00'), ofVisit(1, corrected, '06:00')).rows('stay');
    expect(rows.map(({ badge, entered, left: out, known_from, known_to }) => ({ badge, entered, out, known_from, known_to }))).toEqual([
      { badge: 'T-1', entered: at('01:00'), out: at('02:00'), known_from: at('01:00'), known_to: at('06:00') },
      { badge: 'T-8', entered: at('01:00'), out: at('02:00'), known_from: at('06:00'), known_to: Number.MAX_SAFE_INTEGER },
    ]);
  });

  it('writes one row for an ordinary visit', async () => {
    expect(await night(ofVisit(1, admitted(1), '01:00'), ofVisit(1, left(1), '02:00')).rows('stay')).toHaveLength(1);
  });
});
