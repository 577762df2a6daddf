import { specFor } from '#testing';
import { doorRegistered } from '../../domain/door.ts';
import { postRegistered } from '../../domain/post.ts';
import { registerDoor } from './register-door.ts';

const post = '018c2207-0000-7000-8000-0000000000b1';
const door = '018c2207-0000-7000-8000-0000000000d1';
const atPost = postRegistered({ village: '1601141011', name: 'Pos 1' });
const vault = { code: 'B-1', zone: 'Brankas', level: 'two-person', capacity: 4 } as const;
const register = { door, post, ...vault };

const { given } = specFor(registerDoor);

describe('register-door', () => {
  it('sets a door up at its post', () =>
    given({ post: [atPost], taken: false })
      .when(register)
      .then(doorRegistered({ post, ...vault })));

  it('objects to a post that nobody registered', () => given({ taken: false }).when(register).objects('access.post-not-registered'));

  it('objects to setting it up twice', () =>
    given({ post: [atPost], door: [doorRegistered({ post, ...vault })], taken: false })
      .when(register)
      .objects('access.door-already-registered'));

  it('objects to a code that another door of the post has', () =>
    given({ post: [atPost], taken: true })
      .when(register)
      .objects('access.door-name-taken'));
});
