import { guestReported, visitCorrected } from '../../domain/visit.events.ts';
import { at, commitment, elsewhere, guard, guest, left, night, ofVisit, post, reported } from '../../testing/night.ts';
import { knownGuests } from './known-guests.ts';

const circumstances = { actor: { user: guard(1), role: 'guard' as const }, now: at('08:00') };
const again = guestReported({ post, guest: guest(1), name: commitment('c'), identityType: 'sim', purpose: commitment('d'), allowedUntil: at('06:00') });

const told = night(
  ofVisit(1, reported(1), '19:00'),
  ofVisit(2, reported(2), '20:00'),
  ofVisit(3, again, '21:00'),
  ofVisit(3, visitCorrected({ post, guest: guest(1), reason: commitment('e'), host: commitment('f') }), '21:05'),
  ofVisit(4, reported(4, '06:00', elsewhere), '22:00'),
  // Nobody has told yet who this was.
  ofVisit(5, left(5), '22:30'),
);

describe('known guests', () => {
  it('are those who reported at the post, each as they last did', async () => {
    const found = await told.find(knownGuests, { post }, circumstances);
    expect(found.toSorted((one, other) => other.lastReported.localeCompare(one.lastReported))).toEqual([
      {
        guest: guest(1),
        name: commitment('c'),
        identityType: 'sim',
        organisation: null,
        purpose: commitment('d'),
        host: commitment('f'),
        lastReported: '2023-11-30T21:00:00.000+07:00',
      },
      expect.objectContaining({ guest: guest(2), name: commitment('a'), lastReported: '2023-11-30T20:00:00.000+07:00' }),
    ]);
  });
});
