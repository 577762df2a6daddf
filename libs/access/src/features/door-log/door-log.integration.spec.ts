import { doorLocked } from '../../domain/door.ts';
import { guestRefused, visitCorrected } from '../../domain/visit.events.ts';
import { admitted, at, commitment, gate, guard, guest, left, night, ofVisit, post, reported, tell, vault, visit } from '../../testing/night.ts';
import { doorLog } from './door-log.ts';

const circumstances = { actor: { user: guard(1), role: 'investigator' as const }, now: at('08:00') };

const told = night(
  ofVisit(1, reported(1), '01:00'),
  ofVisit(1, admitted(1), '01:05'),
  ofVisit(1, left(1), '03:00'),
  ofVisit(2, guestRefused({ post, guest: guest(2), reason: 'no-document', note: commitment('f') }), '02:00'),
  ofVisit(3, admitted(3, 'T-3', post, vault), '02:13', '05:13', { contradicts: ['access.door-not-open'] }),
  tell(`door-${gate}`, doorLocked({ post, reason: 'night' }), '04:00'),
  ofVisit(1, visitCorrected({ post, guest: guest(1), reason: commitment('c'), entered: at('01:15'), badge: 'T-8' }), '06:00'),
);

const spoken = (entries: readonly { what: string; visit: string | null; doorCode: string | null }[]): readonly string[] =>
  entries
    .map(
      ({ what, visit: who, doorCode }) =>
        `${what.replace(/^access\.|\.v1$/g, '')}${who === null ? '' : ` ${[1, 2, 3].find((number) => visit(number) === who)}`} ${doorCode}`,
    )
    .sort();

describe('door-log', () => {
  it('holds who passed, who was kept out, and the locks, with the door of an exit', async () =>
    expect(spoken(await told.find(doorLog, { post, from: at('00:00') }, circumstances))).toEqual([
      'door-locked G-1',
      'guest-admitted 1 G-1',
      'guest-admitted 3 B-1',
      'guest-left 1 G-1',
      'guest-refused 2 null',
      'visit-corrected 1 G-1',
    ]));

  it('answers for one door', async () =>
    expect(spoken(await told.find(doorLog, { post, door: gate, from: at('00:00') }, circumstances))).toEqual([
      'door-locked G-1',
      'guest-admitted 1 G-1',
      'guest-left 1 G-1',
      'visit-corrected 1 G-1',
    ]));

  it('rewinds: up to an instant, as it was known at another', async () => {
    expect(spoken(await told.find(doorLog, { post, from: at('00:00'), at: at('02:30') }, circumstances))).toEqual([
      'guest-admitted 1 G-1',
      'guest-admitted 3 B-1',
      'guest-refused 2 null',
    ]);
    expect(spoken(await told.find(doorLog, { post, from: at('00:00'), at: at('02:30'), knownAt: at('05:00') }, circumstances))).toEqual([
      'guest-admitted 1 G-1',
      'guest-refused 2 null',
    ]);
  });

  it('shows a correction beside what was told, once it is known', async () => {
    const entry = async (knownAt: number) =>
      (await told.find(doorLog, { post, knownAt }, circumstances)).find((each) => each.visit === visit(1) && each.what === 'access.guest-admitted.v1');
    expect(await entry(at('07:00'))).toMatchObject({
      at: '2023-12-01T01:05:00.000+07:00',
      badge: 'T-1',
      correctedAt: '2023-12-01T01:15:00.000+07:00',
      correctedBadge: 'T-8',
      correctedDoor: null,
    });
    expect(await entry(at('05:59'))).toMatchObject({ at: '2023-12-01T01:05:00.000+07:00', correctedAt: null, correctedBadge: null });
  });

  it('says of each entry how late it is, who says so, in which voice, and against which objection', async () => {
    const entries = await told.find(doorLog, { post, door: vault }, circumstances);
    expect(entries.find(({ what }) => what === 'access.guest-admitted.v1')).toMatchObject({
      lateMs: 3 * 3_600_000,
      voice: 'testified',
      role: 'guard',
      contradicts: ['access.door-not-open'],
      badge: 'T-3',
    });
  });

  it('keeps a note apart from the code of a reason', async () => {
    const refused = (await told.find(doorLog, { post }, circumstances)).find(({ what }) => what === 'access.guest-refused.v1');
    expect(refused).toMatchObject({ reason: 'no-document', note: commitment('f') });
  });
});
