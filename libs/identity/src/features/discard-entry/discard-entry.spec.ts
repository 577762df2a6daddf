import { specFor } from '#testing';
import { entryDiscarded, entryMarked } from '../../domain/entry.ts';
import { claimed, entryPost as post, someEntry as entry } from '../../testing/entries.ts';
import { discardEntry } from './discard-entry.ts';

const refused = { command: 'access.lock-door', device: claimed.device, seq: 7, post, problem: 'not-found' };
const discard = { entry, ...refused, reason: 'amended', instead: claimed.device } as const;
const { given } = specFor(discardEntry);

describe('discard-entry', () => {
  it('says why, and what was recorded instead', () =>
    given({})
      .when(discard)
      .then(entryDiscarded({ ...refused, reason: 'amended', instead: claimed.device })));
  it('needs no more than the reason', () =>
    given({})
      .when({ entry, command: 'access.lock-door', reason: 'mistaken' })
      .then(entryDiscarded({ command: 'access.lock-door', reason: 'mistaken' })));

  it('objects to one that the server has taken', () =>
    given({ entry: [entryMarked({ ...claimed, stream: `door-${entry}` })] })
      .when(discard)
      .objects('identity.entry-stands'));

  it('objects to giving up twice', () =>
    given({ entry: [entryDiscarded({ ...refused, reason: 'mistaken' })] })
      .when(discard)
      .objects('identity.entry-given-up'));
});
