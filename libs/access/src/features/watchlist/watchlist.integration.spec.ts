import { subjectsMerged } from '../../domain/person.ts';
import { watchlistEntryAdded, watchlistEntryRemoved } from '../../domain/watchlist.ts';
import { at, commitment, elsewhere, guard, guest, night, post, tell, visit } from '../../testing/night.ts';
import { watchlist } from './watchlist.ts';

const circumstances = { actor: { user: guard(1), role: 'guard' as const }, now: at('08:00') };
const entry = (number: number): string => `watchlist-entry-${visit(number)}`;
const added = (number: number, until?: string) =>
  watchlistEntryAdded({ post, person: guest(number), name: commitment('a'), reason: 'theft', ...(until !== undefined && { until: at(until) }) });

const told = night(
  tell(entry(1), added(1), '20:00'),
  tell(entry(2), added(2), '20:00'),
  tell(entry(2), watchlistEntryRemoved({ post, reason: 'cleared' }), '21:00'),
  tell(entry(3), added(3, '07:00'), '20:00'),
  tell(`person-${guest(5)}`, subjectsMerged({ post, into: guest(6), basis: 'same-face' }), '22:00'),
  tell(`person-${guest(6)}`, subjectsMerged({ post, into: guest(1), basis: 'same-identity-number' }), '23:00'),
);

describe('watchlist', () => {
  it('is the same at every post and holds what stands, with every id of the person', async () =>
    expect(await told.find(watchlist, { post: elsewhere }, circumstances)).toMatchObject([
      { entry: visit(1), person: guest(1), alsoKnownAs: [guest(5), guest(6)], until: null, standing: true },
    ]));

  it('shows on request what was removed or has run out', async () => {
    const all = [...(await told.find(watchlist, { post, all: true }, circumstances))].sort((one, other) => (one.entry < other.entry ? -1 : 1));
    expect(all.map(({ entry: id, standing, removed, removalReason, until }) => [id, standing, removed, removalReason, until])).toEqual([
      [visit(1), true, null, null, null],
      [visit(2), false, '2023-11-30T21:00:00.000+07:00', 'cleared', null],
      [visit(3), false, null, null, '2023-12-01T07:00:00.000+07:00'],
    ]);
  });
});
