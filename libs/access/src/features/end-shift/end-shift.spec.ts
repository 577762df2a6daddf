import { specFor } from '#testing';
import { shiftEnded, shiftStarted } from '../../domain/shift.ts';
import { endShift } from './end-shift.ts';

const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const shift = '018c2207-0000-7000-8000-0000000000c1';
const guards = ['018c2207-0000-7000-8000-0000000000f1'];
const visit = '018c2207-0000-7000-8000-0000000000a1';
const started = shiftStarted({ post, guards });
const end = { shift, post };

const { given } = specFor(endShift);

describe('end-shift', () => {
  it('ends the watch over an empty house', () =>
    given({ shift: [started], inside: [] })
      .when(end)
      .then(shiftEnded({ post })));

  it('objects while guests are inside and nobody takes over', () =>
    given({ shift: [started], inside: [visit] })
      .when(end)
      .objects('access.guests-still-inside'));

  it('objects to a shift that never started', () => given({ inside: [] }).when(end).objects('access.shift-not-running'));

  it('objects to ending it twice', () =>
    given({ shift: [started, shiftEnded({ post })], inside: [] })
      .when(end)
      .objects('access.shift-not-running'));

  it('objects to a shift of another post', () =>
    given({ shift: [shiftStarted({ post: elsewhere, guards })], inside: [] })
      .when(end)
      .objects('access.shift-of-another-post'));
});
