import { specFor } from '#testing';
import { legalHoldPlaced, legalHoldReleased } from '../../domain/subject.ts';
import { hold, person } from '../../testing/subjects.ts';
import { releaseLegalHold } from './release-legal-hold.ts';

const release = { subject: person, hold };
const placed = legalHoldPlaced({ hold, reason: 'audit' });
const released = legalHoldReleased({ hold });
const { given } = specFor(releaseLegalHold);

describe('release-legal-hold', () => {
  it('ends the hold', () =>
    given({ subject: [placed] })
      .when(release)
      .then(released));
  it('objects to a hold that was never placed', () => given({}).when(release).objects('vault.hold-not-standing'));
  it('objects to a hold that was released', () =>
    given({ subject: [placed, released] })
      .when(release)
      .objects('vault.hold-not-standing'));
});
