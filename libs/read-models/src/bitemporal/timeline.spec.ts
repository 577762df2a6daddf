import { jest } from '@jest/globals';
import { event } from '#kernel';
import fc from 'fast-check';
import { sql } from 'kysely';
import { projecting, type Told } from '../checking/projecting.ts';
import { builderFor } from '../declare/kysely.ts';
import { projection } from '../declare/projection.ts';
import { timeline, type TimelineTables } from './timeline.ts';

// A busy machine decides no test.
jest.setTimeout(120_000);

const admitted = event('gate.guest-admitted.v1')<{ post: string; door: string }>();
const left = event('gate.guest-left.v1')();
const corrected = event('gate.visit-corrected.v1')<{ at?: number; door?: string; of: number }>();

type Inside = { post: string; door: string };
type Tables = TimelineTables<'inside', Inside>;

const inside = timeline<Inside>()({ name: 'inside', values: { post: 'text', door: 'text' }, by: ['post'] });
const presence = projection<Tables>({ name: 'inside', context: 'gate', create: inside.create })
  .on(admitted, (_, event) => inside.tell(event, { holds: { post: event.data.post, door: event.data.door } }))
  .on(left, (_, event) => inside.tell(event, { holds: 'nothing' }))
  .on(corrected, (_, event) => inside.correct(event, { told: event.data.of, at: event.data.at, values: { door: event.data.door } }));

const stream = 'visit-018c2f6e-0000-7000-8000-000000000001';
const subject = stream.slice(-36);
const at = (hour: number): number => Date.UTC(2023, 10, 30) + hour * 3_600_000;
const tell = (fact: Told['fact'], effective: number, recorded = effective): Told => ({ stream, fact, effectiveAt: at(effective), recordedAt: at(recorded) });
const post = 'P';

/** The door that the visit was behind, as it was known; undefined: outside. */
async function door(told: readonly Told[], when: number, known?: number): Promise<string | undefined> {
  const db = builderFor<Tables>();
  const asked = inside.asOf({ at: at(when), knownAt: known === undefined ? undefined : at(known), by: { post } });
  const rows = await projecting(presence)
    .given(told)
    .ask(db.selectFrom(asked).select(['held.subject', 'held.door']));
  expect(rows.length).toBeLessThanOrEqual(1);
  if (rows[0]) expect(rows[0].subject).toBe(subject);
  return rows[0]?.door;
}

describe('a timeline', () => {
  const ordinary = [tell(admitted({ post, door: 'A' }), 10), tell(left(), 12)];

  it('knows what held, as soon as it is told', async () => {
    expect(await door(ordinary, 9)).toBeUndefined();
    expect(await door(ordinary, 11)).toBe('A');
    expect(await door(ordinary, 12)).toBeUndefined();
    expect(await door(ordinary, 13, 11)).toBe('A');
  });

  it('takes a late entry in the middle: known then, the guest was still behind the first door', async () => {
    const late = [...ordinary, tell(admitted({ post, door: 'B' }), 11, 15)];
    expect(await door(late, 11.5, 14)).toBe('A');
    expect(await door(late, 11.5, 15)).toBe('B');
    expect(await door(late, 10.5, 15)).toBe('A');
    expect(await door(late, 12.5, 15)).toBeUndefined();
  });

  it('takes a late exit: until it was told, the guest was inside', async () => {
    const late = [tell(admitted({ post, door: 'A' }), 10), tell(admitted({ post, door: 'B' }), 14), tell(left(), 11, 15)];
    expect(await door(late, 12, 13)).toBe('A');
    expect(await door(late, 12, 15)).toBeUndefined();
    expect(await door(late, 10.5, 15)).toBe('A');
    expect(await door(late, 16)).toBe('B');
  });

  it('takes the correction of a late entry, and keeps what was believed before it', async () => {
    const late = [...ordinary, tell(admitted({ post, door: 'B' }), 11, 15), tell(corrected({ of: 2, at: at(10.5), door: 'C' }), 16, 16)];
    expect(await door(late, 11.5, 14)).toBe('A');
    expect(await door(late, 11.5, 15)).toBe('B');
    expect(await door(late, 10.7, 15)).toBe('A');
    expect(await door(late, 10.7, 16)).toBe('C');
    expect(await door(late, 11.5, 16)).toBe('C');
    expect(await door(late, 12.5, 16)).toBeUndefined();
  });

  it('takes the correction of a correction', async () => {
    const twice = [...ordinary, tell(corrected({ of: 0, door: 'B' }), 13), tell(corrected({ of: 0, at: at(9) }), 14)];
    expect(await door(twice, 11, 12)).toBe('A');
    expect(await door(twice, 11, 13)).toBe('B');
    expect(await door(twice, 9.5, 13)).toBeUndefined();
    expect(await door(twice, 9.5, 14)).toBe('B');
  });

  it('changes nothing when what is corrected was never told', async () => {
    const rows = await projecting(presence)
      .given([...ordinary, tell(corrected({ of: 7, door: 'Z' }), 13)])
      .rows('inside');
    expect(rows.map(({ door: behind }) => behind)).toEqual(['A', 'A']);
  });

  it('closes rows only where they are known, and keys every row by its event', async () => {
    const rows = await projecting(presence)
      .given([...ordinary, tell(admitted({ post, door: 'B' }), 11, 15)])
      .rows('inside');
    expect(
      rows.map(({ revision, piece, door: behind, effective_from, effective_to, known_from, known_to }) => [
        revision,
        piece,
        behind,
        effective_from,
        effective_to,
        known_from,
        known_to,
      ]),
    ).toEqual([
      [0, 0, 'A', at(10), Number.MAX_SAFE_INTEGER, at(10), at(12)],
      [1, 1, 'A', at(10), at(12), at(12), at(15)],
      [2, 1, 'A', at(10), at(11), at(15), Number.MAX_SAFE_INTEGER],
      [2, 0, 'B', at(11), at(12), at(15), Number.MAX_SAFE_INTEGER],
    ]);
  });
});

/** One thing told: an entry behind a door, an exit (no door), or the correction of an earlier telling. */
type Said = { readonly at: number; readonly door: string | null } | { readonly at: number | null; readonly door: string | null; readonly of: number };

/** What a person would say who hears everything up to `heard` things and then thinks of the instant. */
function believed(said: readonly Said[], heard: number, when: number): string | null {
  const tellings: { at: number; revision: number; origin: number; door: string | null }[] = [];
  for (const [revision, thing] of said.slice(0, heard).entries()) {
    const wrong = 'of' in thing ? tellings.findIndex(({ origin }) => origin === thing.of) : -1;
    const [taken] = wrong < 0 ? [] : tellings.splice(wrong, 1);
    if ('of' in thing)
      tellings.push(
        ...(taken ? [{ at: thing.at ?? taken.at, revision, origin: taken.origin, door: taken.door === null ? null : (thing.door ?? taken.door) }] : []),
      );
    else tellings.push({ ...thing, revision, origin: revision });
  }
  const past = tellings.filter((each) => each.at <= when).sort((a, b) => a.at - b.at || a.revision - b.revision);
  return past.at(-1)?.door ?? null;
}

const hour = fc.integer({ min: 0, max: 8 });
const anyDoor = fc.constantFrom('A', 'B', 'C');
const anything: fc.Arbitrary<Said> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ at: hour, door: fc.option(anyDoor) }) },
  { weight: 1, arbitrary: fc.record({ at: fc.option(hour), door: fc.option(anyDoor), of: fc.integer({ min: 0, max: 9 }) }) },
);

it('agrees with a plain account of what was said, for every instant and every knowledge', async () => {
  const db = builderFor<Tables>();
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 10 }), async (said) => {
      const facts = said.map((thing, index): Told => {
        const fact =
          'of' in thing
            ? corrected({ of: thing.of, ...(thing.at !== null && { at: at(thing.at) }), ...(thing.door !== null && { door: thing.door }) })
            : thing.door === null
              ? left()
              : admitted({ post, door: thing.door });
        return tell(fact, 'of' in thing ? 0 : thing.at, 10 + index);
      });
      const questions = said.flatMap((_, index) => Array.from({ length: 9 }, (__, when) => ({ heard: index + 1, when: when + 0.5 })));
      const asked = questions.map(({ heard, when }, question) =>
        db.selectFrom(inside.asOf({ at: at(when), knownAt: at(9 + heard), by: { post } })).select([sql.lit(question).as('question'), 'held.door']),
      );
      const rows = await projecting(presence)
        .given(facts)
        .ask(asked.reduce((all, each) => all.unionAll(each)));
      const answers = questions.map((_, question) => rows.filter((row) => row.question === question).map(({ door: behind }) => behind));
      expect(answers).toEqual(questions.map(({ heard, when }) => [believed(said, heard, when) ?? []].flat()));
    }),
    { numRuns: 30, seed: 20231130 },
  );
});
