import 'reflect-metadata';
import { doorRegistered, postRegistered, shiftStarted } from '#access';
import { readConfiguration } from '#configuration';
import { toNewEvent } from '#event-store';
import type { EventStore } from '#event-store';
import { accountIdOf, accountOpened, roleGranted } from '#identity';
import type { Place } from '#identity';
import { eventId, formatWib, naturalId } from '#kernel';
import type { Fact, Instant, Metadata, Role } from '#kernel';
import { openSaksi } from '../../../apps/api/src/index.ts';
import { copyOf } from './folder-copy.ts';

export const passphrase = 'hujan turun di gudang kemelak';

/** Somebody with a session. */
export interface Person {
  readonly account: string;
  readonly login: string;
  readonly token: string;
}

/** A data folder on which a server can start: two posts with doors and a running shift, somebody of every role. */
export interface Stage {
  readonly posts: readonly { readonly post: string; readonly doors: readonly string[]; readonly shift: string }[];
  readonly people: Readonly<Record<Role | 'other-guard', Person>>;
}

const village = '1601141011';
const hour = 3_600_000;
const posts = ['Kemelak', 'Baturaja'].map((name, index) => ({
  name,
  post: naturalId('stage-post', name),
  shift: naturalId('stage-shift', name),
  doors: Array.from({ length: 8 }, (_, door) => naturalId('stage-door', `${index} ${door}`)),
}));
const [kemelak, baturaja] = posts.map(({ post }) => post) as [string, string];

const held: Readonly<Record<keyof Stage['people'], { readonly role: Role; readonly place: Place }>> = {
  guard: { role: 'guard', place: { post: kemelak } },
  'other-guard': { role: 'guard', place: { post: baturaja } },
  'squad-leader': { role: 'squad-leader', place: { post: kemelak } },
  dispatcher: { role: 'dispatcher', place: 'everywhere' },
  'station-officer': { role: 'station-officer', place: { stations: [`${village}-007`] } },
  commander: { role: 'commander', place: { area: village.slice(0, 4) } },
  investigator: { role: 'investigator', place: 'everywhere' },
  supervisor: { role: 'supervisor', place: 'everywhere' },
  admin: { role: 'admin', place: 'everywhere' },
};
const names = Object.keys(held) as (keyof Stage['people'])[];

export interface StageOptions {
  /** People who can also sign in anew, which takes time to prepare. */
  readonly withPassphrases?: readonly (keyof Stage['people'])[];
  /** Settings besides the folder, such as where the log is. */
  readonly settings?: Readonly<Record<string, string>>;
}

interface SetStage {
  readonly stage: Stage;
  readonly layOut: (folder: string) => void;
}
const sets = new Map<string, Promise<SetStage>>();

/** Sets the stage in a folder, an hour ago. What lies on this machine alone is set once, and laid out again for whoever asks for the same. */
export async function setStage(folder: string, options: StageOptions = {}): Promise<Stage> {
  if (Object.keys(options.settings ?? {}).length > 0) return setUp(folder, options);
  const asked = JSON.stringify(options);
  const known = sets.get(asked);
  if (!known) {
    const first = setUp(folder, options).then((stage) => ({ stage, layOut: copyOf(folder) }));
    sets.set(asked, first);
    return (await first).stage;
  }
  const { stage, layOut } = await known;
  layOut(folder);
  return stage;
}

async function setUp(folder: string, { withPassphrases = [], settings = {} }: StageOptions): Promise<Stage> {
  const saksi = await openSaksi(readConfiguration({ SAKSI_DATA: folder, SAKSI_LOG_LEVEL: 'silent', ...settings }), { processes: false, ownProcess: false });
  const at = saksi.clock.now() - hour;
  const people: Partial<Record<keyof Stage['people'], Person>> = {};
  for (const name of names) {
    const { role, place } = held[name];
    const login = `stage-${name}`;
    const account = accountIdOf(login);
    await append(saksi.store, `account-${account}`, [accountOpened({ login }), roleGranted({ grant: eventId(account, 0), role, place, from: 0 })], at);
    if (withPassphrases.includes(name)) await saksi.identity.signIn.setPassphrase(account, login, passphrase, 'first');
    const { token } = await saksi.identity.sessions.open(account, 'program');
    people[name] = { account, login, token };
  }
  const { guard, 'other-guard': other } = people as Stage['people'];
  for (const [index, { name, post, doors, shift }] of posts.entries()) {
    await append(saksi.store, `post-${post}`, [postRegistered({ village, name })], at);
    for (const [number, door] of doors.entries()) {
      await append(
        saksi.store,
        `door-${door}`,
        [doorRegistered({ post, code: `${index}-${number}`, zone: `Gudang ${number}`, level: number === 7 ? 'two-person' : 'restricted', capacity: 10_000 })],
        at,
      );
    }
    await append(saksi.store, `shift-${shift}`, [shiftStarted({ post, guards: [index === 0 ? guard.account : other.account] })], at);
  }
  await saksi.close();
  return { posts, people: people as Stage['people'] };
}

async function append(store: EventStore, stream: string, facts: readonly Fact[], at: Instant): Promise<void> {
  const id = stream.slice(-36);
  const metadata: Metadata = {
    commandId: id,
    correlationId: id,
    causationId: id,
    actor: { user: 'stage', role: 'system' },
    occurredAt: formatWib(at),
    effectiveAt: at,
    recordedAt: at,
    voice: 'asked',
    decidedOn: { streams: {} },
  };
  await store.append(
    stream,
    facts.map((fact, index) => toNewEvent(eventId(id, index), fact, metadata)),
    'none',
  );
}
