import { specFor } from '#testing';
import { postRegistered } from '../../domain/post.ts';
import { registerPost } from './register-post.ts';

const post = '018c2207-0000-7000-8000-0000000000b1';
const village = '1601141011';
const register = { post, village, name: 'Pos 1 Gudang Kemelak' };

const { given } = specFor(registerPost);

describe('register-post', () => {
  it('sets a post up in its village', () =>
    given({ taken: false })
      .when(register)
      .then(postRegistered({ village, name: 'Pos 1 Gudang Kemelak' })));

  it('objects to setting it up twice', () =>
    given({ post: [postRegistered({ village, name: 'Pos 1' })], taken: false })
      .when(register)
      .objects('access.post-already-registered'));

  it('objects to a name that another post has', () => given({ taken: true }).when(register).objects('access.post-name-taken'));
});
