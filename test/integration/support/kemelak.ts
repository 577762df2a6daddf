import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doorRegistered, postRegistered, shiftStarted } from '#access';
import { readConfiguration } from '#configuration';
import { toNewEvent, toRecorded } from '#event-store';
import { accountOpened, roleGranted, type Place } from '#identity';
import { eventId, formatWib, settableClock, uuidv5, type Fact, type Instant, type Recorded, type Role, type SettableClock } from '#kernel';
import { warehouseRegistered } from '#logistics';
import { nightAtKemelak } from '#testing';
import { listen, openSaksi, type Saksi } from '../../../apps/api/src/index.ts';
import { answerTo, type Answer, type Request } from './ask.ts';

/** The same name is the same id in every run. */
export const named = (name: string): string => uuidv5('018c2207-0000-7000-8000-000000000000', name);

export const village = '1601141011';
export const elsewhere = '1604051002';
export const post = named('post Kemelak');
export const otherPost = named('post Muaradua');
export const gate = named('gate of Kemelak');
export const otherGate = named('gate of Muaradua');
export const shift = named('shift at Kemelak');
export const warehouse = named('warehouse Kemelak');
export const otherWarehouse = named('warehouse Muaradua');

/** Someone with an account and a session. */
export interface Person {
  readonly user: string;
  readonly session: string;
  readonly token: string;
}

/** A whole Saksi at two posts, on a log on disk and over real HTTP, whose clock the spec sets. */
export interface Kemelak {
  readonly saksi: Saksi;
  readonly url: string;
  readonly clock: SettableClock;
  /** Puts facts into the log as if they had been recorded at `at`; folded streams are read anew. */
  given(stream: string, facts: readonly Fact[], at?: Instant): Promise<void>;
  /** Opens an account that holds the role there, and a session for it. */
  person(name: string, role: Role, place: Place): Promise<Person>;
  ask(request: Request): Promise<Answer>;
  /** How far the log goes: the same before and after means that nothing was written. */
  head(): Promise<bigint>;
  eventsOf(stream: string): Promise<readonly Recorded[]>;
  close(): Promise<void>;
}

export interface KemelakOptions {
  /** Process managers and what goes on in the background; default false, so that only requests write. */
  readonly processes?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

const set = Date.UTC(2023, 10, 30, 11);

/** Two posts with a gate each, a running shift at Kemelak; it is 02:00 WIB, 1 December 2023. */
export async function openKemelak({ processes = false, settings = {} }: KemelakOptions = {}): Promise<Kemelak> {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-kemelak-'));
  const clock = settableClock(nightAtKemelak);
  const configuration = readConfiguration({
    SAKSI_DATA: folder,
    SAKSI_PORT: '0',
    SAKSI_LOG_LEVEL: 'silent',
    SAKSI_SESSION_IDLE: '900000000000',
    SAKSI_SESSION_ABSOLUTE: '900000000000',
    ...settings,
  });
  const saksi = await openSaksi(configuration, { clock, processes, ownProcess: false });
  const server = await listen(saksi);

  const eventsOf = async (stream: string): Promise<readonly Recorded[]> => {
    const found: Recorded[] = [];
    for await (const batch of saksi.store.readStream(stream)) found.push(...batch.map(toRecorded));
    return found;
  };

  const given: Kemelak['given'] = async (stream, facts, at = set) => {
    const before = (await eventsOf(stream)).length;
    const cause = named(`${stream} ${before}`);
    const metadata = {
      commandId: cause,
      correlationId: cause,
      causationId: cause,
      actor: { user: named('who set it up'), role: 'admin' },
      occurredAt: formatWib(at),
      effectiveAt: at,
      recordedAt: at,
      voice: 'asked',
      decidedOn: { streams: {} },
    } as const;
    const events = facts.map((fact, index) => toNewEvent(eventId(cause, index), fact, metadata));
    await saksi.store.append(stream, events, before === 0 ? 'none' : before - 1);
    saksi.streams.clear();
  };

  const kemelak: Kemelak = {
    saksi,
    url: server.url,
    clock,
    given,
    eventsOf,
    head: () => saksi.store.head(),
    ask: (request) => answerTo(server.url, request),
    person: async (name, role, place) => {
      const user = named(name);
      await given(`account-${user}`, [
        accountOpened({ login: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') }),
        roleGranted({ grant: named(`grant of ${name}`), role, place, from: 0 }),
      ]);
      const { token, session } = await saksi.identity.sessions.open(user, 'program');
      return { user, token, session: session.id };
    },
    close: async () => {
      await server.close();
      await saksi.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  await given(`post-${post}`, [postRegistered({ village, name: 'Pos Gudang Kemelak' })]);
  await given(`post-${otherPost}`, [postRegistered({ village: elsewhere, name: 'Pos Muaradua' })]);
  await given(`door-${gate}`, [doorRegistered({ post, code: 'G-1', zone: 'halaman', level: 'restricted', capacity: 10 })]);
  await given(`door-${otherGate}`, [doorRegistered({ post: otherPost, code: 'G-1', zone: 'halaman', level: 'restricted', capacity: 10 })]);
  await given(`warehouse-${warehouse}`, [warehouseRegistered({ village, name: 'Gudang Logistik KPU Kemelak' })]);
  await given(`warehouse-${otherWarehouse}`, [warehouseRegistered({ village: elsewhere, name: 'Gudang Muaradua' })]);
  await given(`shift-${shift}`, [shiftStarted({ post, guards: [named('guard')] })]);
  return kemelak;
}
