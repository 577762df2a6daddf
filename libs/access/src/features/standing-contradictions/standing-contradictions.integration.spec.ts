import type { Told } from '#read-models';
import { contradictionExplained, contradictionId, contradictionNoticed, contradictionSettled } from '../../domain/contradiction.ts';
import { admitted, at, commitment, guard, night, ofVisit, post, reported, tell, visit } from '../../testing/night.ts';
import { type ContradictionsAtPost, standingContradictions } from './standing-contradictions.ts';

const about = [visit(1), visit(2)];
const named = { post, what: 'two-guests-on-one-badge', about } as const;
const stream = `contradiction-${contradictionId(named.what, about)}`;
const guests = [ofVisit(1, reported(1), '00:50'), ofVisit(1, admitted(1, 'T-1'), '01:00'), ofVisit(2, admitted(2, 'T-1'), '02:00')];
const noticed = (clock: string): Told => tell(stream, contradictionNoticed({ ...named, at: at('02:00') }), clock);
const settled = (clock: string): Told => tell(stream, contradictionSettled(named), clock);
const explained = (clock: string, recorded?: string): Told => tell(stream, contradictionExplained({ ...named, explanation: commitment('d') }), clock, recorded);

const reader = { actor: { user: guard(9), role: 'investigator' as const }, now: at('08:00') };
const found = (told: readonly Told[], asked: Partial<ContradictionsAtPost> = {}) =>
  night(...guests, ...told).find(standingContradictions, { post, ...asked }, reader);

it('names what does not fit, with the guests that it is about', async () =>
  expect(await found([noticed('02:01')])).toEqual([
    {
      what: 'two-guests-on-one-badge',
      about,
      post,
      at: '2023-12-01T02:00:00.000+07:00',
      noticed: '2023-12-01T02:01:00.000+07:00',
      visits: [
        { visit: visit(1), name: commitment('a') },
        { visit: visit(2), name: null },
      ],
      explanations: [],
    },
  ]));

it('has none that later facts have settled, but shows it as it was before', async () => {
  const told = [noticed('02:01'), settled('04:00')];
  expect(await found(told)).toEqual([]);
  expect(await found(told, { at: at('03:00') })).toHaveLength(1);
  expect(await found(told, { at: at('02:00') })).toEqual([]);
});

it('says how people explain it, the latest first, as it was and as it was then known', async () => {
  const told = [noticed('02:01'), explained('03:30'), explained('03:00', '05:00')];
  const when = async (asked: Partial<ContradictionsAtPost>) =>
    (await found(told, asked)).map(({ explanations }) => explanations.map((each) => each.at.slice(11, 16)));
  expect(await when({})).toEqual([['03:30', '03:00']]);
  expect(await when({ at: at('03:10') })).toEqual([['03:00']]);
  expect(await when({ knownAt: at('04:00') })).toEqual([['03:30']]);
  expect((await found(told))[0]?.explanations[1]).toMatchObject({ explanation: commitment('d'), lateMs: 7_200_000 });
});

it('must be explained again when it stands again', async () => {
  const told = [noticed('02:01'), explained('03:00'), settled('04:00'), noticed('05:00')];
  expect(await found(told, { explained: false })).toMatchObject([{ noticed: '2023-12-01T05:00:00.000+07:00', explanations: [] }]);
  expect(await found(told, { explained: true })).toEqual([]);
});
