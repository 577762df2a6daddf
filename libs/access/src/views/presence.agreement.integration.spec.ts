import fc from 'fast-check';
import type { Instant } from '#kernel';
import { projecting } from '#read-models';
import { folded, told } from '#testing';
import { sql } from 'kysely';
import { doorEntered, doorLeft, exitNotObserved, guestAdmitted, guestLeft, guestRefused, visitCorrected } from '../domain/visit.events.ts';
import type { VisitEvent } from '../domain/visit.events.ts';
import { isBehind, visitAt } from '../domain/visit-standing.ts';
import { visit as visits } from '../domain/visit.ts';
import { staysAt } from './inside.ts';
import { presence } from './presence.projection.ts';
import { commitment, gate, guest, post, vault, visit } from '../testing/night.ts';

/*
 * What decisions go by (the fold of one visit) and what people see (the stays of a post) are written apart, in TypeScript
 * and in SQL. Both have to read the same facts the same way, whatever order these arrive in.
 */
const start = Date.UTC(2023, 10, 30, 15);
const minute = 60_000;
const horizon = 240;

interface Telling {
  readonly minutes: number;
  readonly fact: VisitEvent;
}

const ofGuest = { post, guest: guest(1) };
const corrects = { ...ofGuest, reason: commitment('c') };
const at = (minutes: number, seconds = 0): Instant => start + minutes * minute + seconds * 1_000;

/** Corrected instants lie between whole minutes, so that no two things happen at once: then only the order of arrival would tell. */
const anyFact: fc.Arbitrary<(minutes: number) => VisitEvent> = fc.oneof(
  fc.constantFrom<(minutes: number) => VisitEvent>(
    () => guestAdmitted({ ...ofGuest, door: gate, badge: 'T-1' }),
    () => guestAdmitted({ ...ofGuest, door: gate, badge: 'T-2' }),
    () => guestLeft(ofGuest),
    () => guestRefused({ ...ofGuest, reason: 'other' }),
    () => exitNotObserved(ofGuest),
    () => doorEntered({ ...ofGuest, door: vault }),
    () => doorLeft({ ...ofGuest, door: vault }),
    () => visitCorrected({ ...corrects, badge: 'T-9' }),
  ),
  fc.integer({ min: 0, max: horizon }).map((to) => (minutes: number) => visitCorrected({ ...corrects, entered: at(to, 1 + (minutes % 29)) })),
  fc.integer({ min: 0, max: horizon }).map((to) => (minutes: number) => visitCorrected({ ...corrects, left: at(to, 31 + (minutes % 29)) })),
);

const someVisit: fc.Arbitrary<readonly Telling[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: horizon }), { minLength: 1, maxLength: 9 })
  .chain((minutes) => fc.tuple(...minutes.map((each) => anyFact.map((fact): Telling => ({ minutes: each, fact: fact(each) })))));

const instants = Array.from({ length: 50 }, (_, index) => at(index * 5, 30));

/** A visit's standing at the gate and behind the vault, in one word each; nothing when the guest is nowhere. */
function byTheFold(facts: readonly Telling[]): readonly string[] {
  const state = folded(
    visits,
    facts.map(({ minutes, fact }) => told(fact, { effectiveAt: at(minutes) })),
  );
  return instants.flatMap((instant, index) => {
    const standing = visitAt(state, instant);
    const atGate =
      standing.status === 'inside' || standing.status === 'unaccounted' ? [`${index} ${standing.status} ${standing.badge} ${standing.entered}`] : [];
    return isBehind(state, vault, instant) ? [...atGate, `${index} vault`] : atGate;
  });
}

interface StayRow {
  instant: number;
  visit: string;
  is_inner: number;
  unobserved: number | null;
  badge: string | null;
  entered: number;
}

async function byTheView(nights: readonly (readonly Telling[])[]): Promise<readonly (readonly string[])[]> {
  const arriving = nights.flatMap((facts, index) =>
    facts.map(({ minutes, fact }) => ({
      stream: `visit-${visit(index)}`,
      fact,
      effectiveAt: at(minutes),
      recordedAt: at(horizon * 2),
      voice: 'testified' as const,
    })),
  );
  const questions = instants.map(
    (instant, index) => sql`select ${sql.lit(index)} as instant, visit, is_inner, unobserved, badge, entered from ${staysAt({ post, at: instant })}`,
  );
  const rows = await projecting(presence)
    .given(arriving)
    .ask(sql<StayRow>`select * from (${sql.join(questions, sql` union all `)}) order by instant, is_inner`);
  return nights.map((_, index) => rows.filter((row) => row.visit === visit(index)).map(spoken));
}

const spoken = ({ instant, is_inner, unobserved, badge, entered }: StayRow): string =>
  is_inner ? `${instant} vault` : `${instant} ${unobserved === null ? 'inside' : 'unaccounted'} ${badge} ${entered}`;

describe('who is inside', () => {
  it('is, of each visit and at each instant, what decisions go by', async () => {
    const nights = fc.sample(someVisit, { seed: 20231201, numRuns: 80 });
    const [folds, views] = [nights.map(byTheFold), await byTheView(nights)];
    for (const [index, facts] of nights.entries()) {
      const story = facts.map(({ minutes, fact }) => `${minutes} ${fact.type} ${JSON.stringify(fact.data)}`);
      expect({ story, reads: views[index] }).toEqual({ story, reads: folds[index] });
    }
    expect(folds.flat().length).toBeGreaterThan(500);
  }, 60_000);
});
