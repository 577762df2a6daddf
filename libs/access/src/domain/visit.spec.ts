import fc from 'fast-check';
import { folded, nightAtKemelak, sealed, told } from '#testing';
import type { Instant } from '#kernel';
import {
  doorEntered,
  doorLeft,
  entryRefused,
  exitNotObserved,
  guestAdmitted,
  guestLeft,
  guestRefused,
  guestReported,
  visitCorrected,
  visitOverdueNoticed,
  watchlistHitOverridden,
} from './visit.events.ts';
import type { VisitEvent } from './visit.events.ts';
import { allowedUntil, isBehind, visitAt } from './visit-standing.ts';
import { visit } from './visit.ts';

const post = '018c2207-0000-7000-8000-0000000000b1';
const guest = '018c2207-0000-7000-8000-0000000000e1';
const gate = '018c2207-0000-7000-8000-0000000000d1';
const inner = '018c2207-0000-7000-8000-0000000000d2';
const entry = '018c2207-0000-7000-8000-000000000091';
const minute = 60_000;

/** A clock time of that night, 30 November 2023, 23:00 WIB plus these minutes. */
const at = (minutes: number): Instant => nightAtKemelak - 180 * minute + minutes * minute;
const when = <Event extends VisitEvent>(minutes: number, event: Event): Event => told(event, { effectiveAt: at(minutes) });

const reported = guestReported({ post, guest, name: sealed('Tamu Satu'), identityType: 'ktp', purpose: sealed('antar segel'), allowedUntil: at(60) });
const admitted = guestAdmitted({ post, guest, door: gate, badge: 'T-12' });
const refused = guestRefused({ post, guest, reason: 'no-document' });
const entered = doorEntered({ post, guest, door: inner });
const cameOut = doorLeft({ post, guest, door: inner });
const left = guestLeft({ post, guest });
const notObserved = exitNotObserved({ post, guest });
const corrects = { post, guest, reason: sealed('salah catat') };

const inside = (minutes: number) => ({ status: 'inside', door: gate, badge: 'T-12', entered: at(minutes) });

describe('a visit', () => {
  it('goes from the report through the door to the exit', () => {
    const facts = [when(0, reported), when(5, admitted), when(40, left)];
    expect([1, 2, 3].map((told) => visitAt(folded(visit, facts.slice(0, told)), at(50)).status)).toEqual(['waiting', 'inside', 'gone']);
  });

  it('stands, at each instant, as it stood then', () => {
    const night = folded(visit, [when(0, reported), when(5, admitted), when(40, left)]);
    expect([4, 5, 39, 40].map((minutes) => visitAt(night, at(minutes)).status)).toEqual(['waiting', 'inside', 'inside', 'gone']);
  });

  it('is understood when the exit arrives before the entry, and the entry before the report', () => {
    const facts = [when(40, left), when(5, admitted), when(0, reported)];
    expect([1, 2, 3].map((told) => visitAt(folded(visit, facts.slice(0, told)), at(50)).status)).toEqual(['gone', 'gone', 'gone']);
    expect(visitAt(folded(visit, facts), at(20))).toEqual(inside(5));
  });

  it('has the guest inside when they left before they entered: the last thing that happened decides', () =>
    expect(visitAt(folded(visit, [when(40, admitted), when(30, left)]), at(50))).toEqual(inside(40)));

  it('can be entered again', () => expect(visitAt(folded(visit, [when(5, admitted), when(10, left), when(20, admitted)]), at(30))).toEqual(inside(20)));

  it('does not lose a guest who is inside to a refusal', () =>
    expect(visitAt(folded(visit, [when(5, admitted), when(10, refused)]), at(30))).toEqual(inside(5)));

  it('can still be admitted after a refusal', () =>
    expect(visitAt(folded(visit, [when(0, reported), when(5, refused), when(10, admitted)]), at(30))).toEqual(inside(10)));

  describe('whose exit nobody saw', () => {
    it('is neither inside nor gone', () =>
      expect(visitAt(folded(visit, [when(5, admitted), when(90, notObserved)]), at(100))).toEqual({ ...inside(5), status: 'unaccounted' }));

    it('is gone when someone later testifies an earlier exit', () =>
      expect(visitAt(folded(visit, [when(5, admitted), when(90, notObserved), when(40, left)]), at(100)).status).toBe('gone'));

    it('is inside again when admitted later', () =>
      expect(visitAt(folded(visit, [when(5, admitted), when(90, notObserved), when(95, admitted)]), at(100))).toEqual(inside(95)));
  });

  describe('corrected', () => {
    it('reads as if it had been told so, before and after the corrected entry', () => {
      const night = folded(visit, [when(5, admitted), when(60, visitCorrected({ ...corrects, entered: at(20), badge: 'T-21' }))]);
      expect(visitAt(night, at(10)).status).toBe('unreported');
      expect(visitAt(night, at(30))).toEqual({ ...inside(20), badge: 'T-21' });
    });

    it('reads the same when the correction arrives before what it corrects', () => {
      const correction = when(60, visitCorrected({ ...corrects, entered: at(20), left: at(30), door: inner }));
      const first = folded(visit, [when(5, admitted), when(40, left), correction]);
      const last = folded(visit, [correction, when(40, left), when(5, admitted)]);
      for (const minutes of [5, 19, 20, 29, 30, 40]) expect(visitAt(last, at(minutes))).toEqual(visitAt(first, at(minutes)));
      expect(visitAt(first, at(25))).toEqual({ ...inside(20), door: inner });
    });

    it('does not invent an exit', () =>
      expect(visitAt(folded(visit, [when(5, admitted), when(60, visitCorrected({ ...corrects, left: at(30) }))]), at(90))).toEqual(inside(5)));

    it('twice, reads as the correction that was made last, whichever arrives last', () => {
      const [earlier, later] = [when(60, visitCorrected({ ...corrects, badge: 'T-1' })), when(70, visitCorrected({ ...corrects, badge: 'T-2' }))];
      for (const corrections of [
        [earlier, later],
        [later, earlier],
      ]) {
        expect(visitAt(folded(visit, [when(5, admitted), ...corrections]), at(90))).toEqual({ ...inside(5), badge: 'T-2' });
      }
    });

    it('may last as long as it was corrected to', () => {
      expect(allowedUntil(folded(visit, [when(0, reported)]))).toBe(at(60));
      expect(allowedUntil(folded(visit, [when(0, reported), when(9, visitCorrected({ ...corrects, allowedUntil: at(120) }))]))).toBe(at(120));
    });
  });

  describe('behind an inner door', () => {
    it('lasts from going in to coming out', () => {
      const night = folded(visit, [when(30, cameOut), when(10, entered), when(5, admitted)]);
      expect([9, 10, 29, 30].map((minutes) => isBehind(night, inner, at(minutes)))).toEqual([false, true, true, false]);
    });

    it('ends with the exit from the post, and does not begin again with the next admission', () => {
      const night = folded(visit, [when(5, admitted), when(10, entered), when(40, left), when(50, admitted)]);
      expect([20, 45, 55].map((minutes) => isBehind(night, inner, at(minutes)))).toEqual([true, false, false]);
    });

    it('does not begin with a refused attempt', () => {
      const night = folded(visit, [when(5, admitted), when(10, entryRefused({ post, guest, door: inner, barriers: ['door-locked'] }))]);
      expect(isBehind(night, inner, at(20))).toBe(false);
    });
  });

  it('belongs to the post of its report, or, until that arrives, of the first fact', () => {
    expect(visit.scope?.(visit.initial)).toBeUndefined();
    expect(visit.scope?.(folded(visit, [when(40, left)]))).toEqual({ post });
  });

  it('remembers which entries of the watchlist a squad leader knows of, and past which time it was noticed', () => {
    const override = when(1, watchlistHitOverridden({ post, guest, entries: [entry], reason: sealed('dikenal') }));
    const overdue = when(61, visitOverdueNoticed({ post, guest, allowedUntil: at(60) }));
    expect(folded(visit, [override, override, overdue, overdue])).toMatchObject({ overridden: [entry], overdueNoticed: [at(60)] });
  });
});

const anyFact = fc.constantFrom<(minutes: number) => VisitEvent>(
  () => reported,
  () => admitted,
  () => refused,
  () => entered,
  () => cameOut,
  () => left,
  () => notObserved,
  () => entryRefused({ post, guest, door: inner, barriers: ['door-full'] }),
  () => watchlistHitOverridden({ post, guest, entries: [entry], reason: sealed('dikenal') }),
  () => visitOverdueNoticed({ post, guest, allowedUntil: at(60) }),
  (minutes) => visitCorrected({ ...corrects, entered: at(minutes + 3) }),
  (minutes) => visitCorrected({ ...corrects, left: at(minutes + 7), allowedUntil: at(minutes) }),
  () => visitCorrected({ ...corrects, door: inner, badge: 'T-99' }),
);

/** Facts at instants of their own, and one order in which they arrive. */
const told24 = fc
  .uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 24 })
  .chain((minutes) => fc.tuple(...minutes.map((each) => anyFact.map((fact) => when(each, fact(each))))))
  .chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })));

describe('a visit whose facts come in any order', () => {
  const instants = Array.from({ length: 32 }, (_, index) => at(index * 10));
  const readings = (facts: readonly VisitEvent[]) => {
    const night = folded(visit, facts);
    return {
      night,
      standing: instants.map((instant) => visitAt(night, instant)),
      behind: instants.map((instant) => isBehind(night, inner, instant)),
      until: allowedUntil(night),
    };
  };

  it('never throws, and reads the same as if they had come in time', () =>
    fc.assert(
      fc.property(told24, ([facts, arriving]) => {
        const { night, ...reading } = readings(arriving);
        const { night: inTime, ...expected } = readings(facts.toSorted(earlierFirst));
        expect(reading).toEqual(expected);
        expect(night.moves).toEqual(inTime.moves);
      }),
      { seed: 20231201, numRuns: 500 },
    ));

  it('is inside only after an admission, and never after an exit that was not followed by another', () =>
    fc.assert(
      fc.property(told24, ([, arriving]) => {
        const { moves, corrected } = folded(visit, arriving);
        const { status } = visitAt(folded(visit, arriving), at(10_000));
        if (status === 'inside') expect(moves.some(({ kind }) => kind === 'admitted')).toBe(true);
        if (status === 'inside' && !corrected.entered && !corrected.left)
          expect(moves.findLast(({ kind }) => kind === 'admitted' || kind === 'left')?.kind).toBe('admitted');
      }),
      { seed: 20231201, numRuns: 500 },
    ));
});

const earlierFirst = (one: VisitEvent, other: VisitEvent): number => instantOf(one) - instantOf(other);
const instantOf = (event: VisitEvent): Instant => ('told' in event ? (event.told as { effectiveAt: Instant }).effectiveAt : nightAtKemelak);
