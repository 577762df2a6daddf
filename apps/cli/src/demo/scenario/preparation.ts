import { addToWatchlist, registerDoor, registerPost } from '#access';
import { grantRole, openAccount } from '#identity';
import { parseInstant } from '#kernel';
import { guestId, guests } from './guests.ts';
import { accountOf, everyone, personOf } from './people.ts';
import { doorId, doors, posts, village } from './places.ts';
import type { DoorCode, PostName } from './places.ts';
import { idOf, minute, opensAt, wib } from './scenario.ts';
import { inOrder, open, step } from './step.ts';
import type { Step } from './step.ts';

const others = everyone.filter(([login]) => login !== 'admin');

const openings = others.map(([login, { name }], index) =>
  step(openAccount, { name: `account ${login}`, at: opensAt + (5 + index) * minute, by: 'admin' }, { login, person: personOf(login), name: open(name) }),
);

const places = [
  ...(Object.keys(posts) as PostName[]).map((key, index) =>
    step(registerPost, { name: `post ${key}`, at: wib('14:30') + index * minute, by: 'admin' }, { post: posts[key].post, village, name: posts[key].name }),
  ),
  ...(Object.keys(doors) as DoorCode[]).map((code, index) => {
    const { post, zone, level, capacity } = doors[code];
    return step(
      registerDoor,
      { name: `door ${code}`, at: wib('14:35') + index * minute, by: 'admin' },
      { door: doorId(code), post: posts[post].post, code, zone, level, capacity },
    );
  }),
];

const grants = others.flatMap(([login, { role, at }]) => at.map((place, index) => ({ login, role, place, name: `grant ${login} ${index + 1}` })));
const granting = grants.map(({ login, role, place, name }, index) =>
  step(
    grantRole,
    { name, at: wib('14:50') + (index * minute) / 2, by: 'admin' },
    { account: accountOf(login), grant: idOf('grant', name), role, from: opensAt, ...place },
  ),
);

/** Accounts, posts, doors and roles, before anyone has stood guard. */
export const preparation: readonly Step[] = inOrder([...openings, ...places, ...granting]);

/** Passphrases and PINs are set then. */
export const secretsSetAt = wib('15:30');

/** The commander asks the guards to look twice at two persons. */
export const watchlist: readonly Step[] = [
  step(
    addToWatchlist,
    { name: 'watch marwan', at: wib('17:20'), by: 'commander' },
    {
      entry: idOf('watch', 'marwan'),
      post: posts.P1.post,
      person: guestId('marwan'),
      name: open(guests.marwan.name),
      identityNumber: open(guests.marwan.identityNumber ?? ''),
      reason: 'theft',
      note: open('Pernah disangka mengambil besi dari bengkel; perkaranya dihentikan.'),
    },
  ),
  step(
    addToWatchlist,
    { name: 'watch ujang', at: wib('17:24'), by: 'commander' },
    {
      entry: idOf('watch', 'ujang'),
      post: posts.P1.post,
      person: guestId('ujang'),
      name: open(guests.ujang.name),
      reason: 'threat',
      note: open('Mengancam akan membakar gudang, 27 November.'),
      until: parseInstant('2024-02-29T23:59:00+07:00') ?? opensAt,
    },
  ),
];
