import { accountIdOf } from '#identity';
import type { Role } from '#kernel';
import { idOf, wib } from './scenario.ts';
import { control, posts, regency, village } from './places.ts';
import type { PostName } from './places.ts';

interface Person {
  readonly role: Role;
  /** Invented, as are all names here. */
  readonly name: string;
  readonly at: readonly ({ readonly post: string } | { readonly area: string } | { readonly stations: readonly string[] } | { readonly everywhere: true })[];
  /** Has a PIN to consent as a second person. */
  readonly consents?: true;
}

const P1 = { post: posts.P1.post };
const P2 = { post: posts.P2.post };

/** Who has an account. The eight accounts that are offered to try are called as their roles; guards go by a code. */
export const people = {
  admin: { role: 'admin', name: 'Widodari Kencana', at: [{ everywhere: true }] },
  guard: { role: 'guard', name: 'Asep Gumilang', at: [P1], consents: true },
  'squad-leader': { role: 'squad-leader', name: 'Rahmad Sanjaya Ismail', at: [P1, P2], consents: true },
  dispatcher: { role: 'dispatcher', name: 'Yeni Maryani Sofa', at: [{ area: regency }] },
  'station-officer': { role: 'station-officer', name: 'Dodi Apriyanto', at: [{ stations: [`${village}-001`, `${village}-002`, `${village}-007`] }] },
  commander: { role: 'commander', name: 'Baharudin Lesmana', at: [{ area: regency }] },
  investigator: { role: 'investigator', name: 'Intan Paramitha Rusli', at: [{ area: regency }] },
  supervisor: { role: 'supervisor', name: 'Hotman Parulian Saing', at: [{ area: regency }] },
  'jaga-02': { role: 'guard', name: 'Wawan Hermansyah', at: [P1] },
  'jaga-03': { role: 'guard', name: 'Edi Sucipto', at: [P1] },
  'jaga-04': { role: 'guard', name: 'Pandu Wibisono', at: [P2] },
  'danru-b': { role: 'squad-leader', name: 'Sahat Martua Ritonga', at: [P1, P2], consents: true },
  'jaga-11': { role: 'guard', name: 'Iwan Setiabudi', at: [P1], consents: true },
  'jaga-12': { role: 'guard', name: 'Rustam Effendi Jafar', at: [P1] },
  'jaga-13': { role: 'guard', name: 'Heri Kuswanto', at: [P1] },
  'jaga-14': { role: 'guard', name: 'Surya Dharmaputra', at: [P2] },
  // Who bring out the boxes: at the warehouse, in command of the districts, and at their offices.
  'gudang-2': { role: 'dispatcher', name: 'Fadli Nurhakim', at: [{ area: regency }] },
  'gudang-3': { role: 'dispatcher', name: 'Rosmala Dewanti', at: [{ area: regency }] },
  'padal-1': { role: 'commander', name: 'Alfian Zulkarnaen', at: control[1], consents: true },
  'padal-2': { role: 'commander', name: 'Mangara Hutabarat', at: control[2], consents: true },
  'padal-3': { role: 'commander', name: 'Sulistyo Adiguna', at: control[3], consents: true },
  'kirim-1': { role: 'dispatcher', name: 'Lestari Handayani Putri', at: control[1] },
  'kirim-2': { role: 'dispatcher', name: 'Zulfikar Amri', at: control[2] },
  'kirim-3': { role: 'dispatcher', name: 'Yosef Tambunan', at: control[3] },
} as const satisfies Readonly<Record<string, Person>>;
export type Login = keyof typeof people;

/** In the order in which they are opened. */
export const everyone = Object.entries(people) as [Login, Person][];
/** Those that are offered to whoever looks at the demonstration. */
export const offered = everyone.filter(([login, { role }]) => login === role).map(([login]) => login);

export const accountOf = (login: Login): string => accountIdOf(login);
export const personOf = (login: Login): string => idOf('person', login);

/** Regu A keeps watch until midnight, regu B until the morning. */
export const midnight = wib('00:00');
const squads: Readonly<Record<'A' | 'B', Readonly<Record<PostName, readonly Login[]>>>> = {
  A: { P1: ['guard', 'jaga-02', 'jaga-03'], P2: ['jaga-04'] },
  B: { P1: ['jaga-11', 'jaga-12', 'jaga-13'], P2: ['jaga-14'] },
};
export const squadAt = (post: PostName, at: number): readonly Login[] => squads[at < midnight ? 'A' : 'B'][post];
