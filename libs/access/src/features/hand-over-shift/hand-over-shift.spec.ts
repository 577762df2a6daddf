import { nightAtKemelak, sealed, someCommand, someUser, specFor, told } from '#testing';
import { shift as shifts, shiftEnded, shiftHandedOver, shiftStarted } from '../../domain/shift.ts';
import { handOverShift } from './hand-over-shift.ts';

const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const shift = '018c2207-0000-7000-8000-0000000000c1';
const [first, second] = ['018c2207-0000-7000-8000-0000000000f1', '018c2207-0000-7000-8000-0000000000f2'] as const;
const [seen, unseen, gone] = ['018c2207-0000-7000-8000-0000000000a1', '018c2207-0000-7000-8000-0000000000a2', '018c2207-0000-7000-8000-0000000000a3'] as const;
const started = shiftStarted({ post, guards: [first] });
const handOver = { shift, post, to: [second], acknowledged: [seen] };

const { given } = specFor(handOverShift);

describe('hand-over-shift', () => {
  it('gives the watch to others, with who is inside acknowledged', () =>
    given({ shift: [started], inside: [seen] })
      .when({ ...handOver, notes: { value: 'Pintu B-1 macet.' } })
      .then(shiftHandedOver({ post, to: [second], acknowledged: [seen], notes: sealed('Pintu B-1 macet.') })));

  it('gives an empty house over', () =>
    given({ shift: [started], inside: [] })
      .when({ ...handOver, acknowledged: [] })
      .then(shiftHandedOver({ post, to: [second], acknowledged: [] })));

  it('cares for who is inside, not for the order they are named in', () =>
    given({ shift: [started], inside: [seen, unseen] })
      .when({ ...handOver, acknowledged: [unseen, seen] })
      .then(shiftHandedOver({ post, to: [second], acknowledged: [unseen, seen] })));

  it('gives over what was given over before', () =>
    given({ shift: [started, shiftHandedOver({ post, to: [second], acknowledged: [] })], inside: [seen] })
      .when({ ...handOver, to: [first] })
      .then(shiftHandedOver({ post, to: [first], acknowledged: [seen] })));

  it('counts a handover that is told after the end of the shift, as of then', () =>
    given({ shift: [started, told(shiftEnded({ post }), { effectiveAt: nightAtKemelak + 1 })], inside: [seen] })
      .when(handOver)
      .then(shiftHandedOver({ post, to: [second], acknowledged: [seen] })));

  it('objects to a guest inside whom nobody acknowledged', () =>
    given({ shift: [started], inside: [seen, unseen] })
      .when(handOver)
      .objects('access.muster-differs'));

  it('objects to an acknowledged guest who is not inside', () =>
    given({ shift: [started], inside: [] })
      .when(handOver)
      .objects('access.muster-differs'));

  it('gives the difference back', () => {
    const circumstances = {
      commandId: someCommand,
      actor: { user: someUser, role: 'guard' },
      effectiveAt: nightAtKemelak,
      recordedAt: nightAtKemelak,
    } as const;
    const known = { shift: shifts.initial, inside: [seen, unseen] };
    expect(handOverShift.objections['access.muster-differs']({ shift, post, to: [second], acknowledged: [seen, gone] }, known, circumstances)).toEqual({
      notAcknowledged: [unseen],
      notInside: [gone],
    });
  });

  it('objects to a shift that has ended', () =>
    given({ shift: [started, shiftEnded({ post })], inside: [seen] })
      .when(handOver)
      .objects('access.shift-not-running'));

  it('objects to a shift of another post', () =>
    given({ shift: [shiftStarted({ post: elsewhere, guards: [first] })], inside: [seen] })
      .when(handOver)
      .objects('access.shift-of-another-post'));
});
