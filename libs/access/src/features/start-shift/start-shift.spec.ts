import { specFor } from '#testing';
import { postRegistered } from '../../domain/post.ts';
import { shiftStarted } from '../../domain/shift.ts';
import { startShift } from './start-shift.ts';

const post = '018c2207-0000-7000-8000-0000000000b1';
const shift = '018c2207-0000-7000-8000-0000000000c1';
const other = '018c2207-0000-7000-8000-0000000000c2';
const guards = ['018c2207-0000-7000-8000-0000000000f1', '018c2207-0000-7000-8000-0000000000f2'];
const atPost = postRegistered({ village: '1601141011', name: 'Pos 1' });
const start = { shift, post, guards };

const { given } = specFor(startShift);

describe('start-shift', () => {
  it('begins the watch', () =>
    given({ post: [atPost], running: null })
      .when(start)
      .then(shiftStarted({ post, guards })));

  it('objects while another shift keeps watch there', () =>
    given({ post: [atPost], running: { shift: other, guards } })
      .when(start)
      .objects('access.post-has-running-shift'));

  it('objects to starting it twice', () =>
    given({ post: [atPost], shift: [shiftStarted({ post, guards })], running: { shift, guards } })
      .when(start)
      .objects('access.shift-already-started'));

  it('objects to a post that nobody registered', () => given({ running: null }).when(start).objects('access.post-not-registered'));
});
