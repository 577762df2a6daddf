import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '#configuration';
import { Objected } from '#cqrs';
import type { Looks } from '#cqrs';
import { toNewEvent, toRecorded } from '#event-store';
import type { EventStore } from '#event-store';
import { coSignedFieldsOf, pathsOfKind, replaceAt } from '#http';
import { accountOpened, roleGranted } from '#identity';
import type { Place } from '#identity';
import { eventId, formatWib, settableClock } from '#kernel';
import type { Circumstances, CoSignatureClaim, Fact, Instant, Metadata, Role, Scope, StreamRef, Voice } from '#kernel';
import { nightAtKemelak, sealed, someCommand, someUser } from '#testing';
import type { Example, Stack } from '#testing';
import { listen, openSaksi } from '../../apps/api/src/index.ts';
import type { Saksi } from '../../apps/api/src/index.ts';
import { namespaced } from './namespaced-store.ts';
import type { NamespacedStore } from './namespaced-store.ts';

/** Runs examples through a whole Saksi: given events in a log on disk, the command over HTTP by a signed-in account. */
export interface HttpStack extends Stack {
  close(): Promise<void>;
}

export async function openHttpStack(settings: Readonly<Record<string, string>> = {}): Promise<HttpStack> {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-altitude-'));
  const clock = settableClock(nightAtKemelak);
  const given: { looks: Readonly<Record<string, unknown>> } = { looks: {} };
  let store: NamespacedStore | undefined;
  const withPin = new Set<string>();
  const saksi = await openSaksi(
    readConfiguration({
      SAKSI_DATA: folder,
      SAKSI_PORT: '0',
      SAKSI_LOG_LEVEL: process.env['SPEC_LOG_LEVEL'] ?? 'silent',
      SAKSI_SESSION_IDLE: '900000000000',
      ...settings,
    }),
    {
      clock,
      processes: false,
      ownProcess: false,
      around: { store: (real) => (store = namespaced(real)), looks: () => answering(given) },
    },
  );
  const server = await listen(saksi);
  const { token } = await saksi.identity.sessions.open(someUser, 'program');

  return {
    async run(example, voice) {
      if (!store) throw new TypeError('The store was not wrapped.');
      store.enter();
      saksi.streams.clear();
      given.looks = looksOf(example);
      const effectiveAt = example.setting.effectiveAt ?? nightAtKemelak;
      clock.set(example.setting.recordedAt ?? effectiveAt);
      await appendGiven(store, example, effectiveAt);
      await enrolPeople(store, saksi, example, effectiveAt, withPin);
      const before = await count(store, writtenTo(example));
      const told = isProcess(example)
        ? await askAsProcess(saksi, example, voice, effectiveAt)
        : await askOverHttp(server.url, token, example, voice, effectiveAt);
      const written = await readBack(store, saksi, writtenTo(example), before);
      return 'refused' in told ? { refused: told.refused, written } : { written, contradicts: told.contradicts };
    },
    async close() {
      await server.close();
      await saksi.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const pin = '246813';
const passphrase = 'hujan turun di gudang kemelak';

type Told = { readonly refused: readonly string[] } | { readonly contradicts: readonly string[] };

const isProcess = ({ slice }: Example): boolean => slice.roles[0]?.startsWith('process:') ?? false;

const roleOf = ({ slice, setting }: Example): Role => (setting.role ?? slice.roles[0] ?? 'admin') as Role;

const writtenTo = ({ slice, asked }: Example): string => {
  const [ref] = Object.values(slice.writes);
  if (!ref) throw new TypeError(`${slice.name} writes no stream.`);
  return (ref(asked) as StreamRef<unknown, Fact>).name;
};

const circumstancesOf = (example: Example, effectiveAt: Instant): Circumstances => ({
  commandId: someCommand,
  actor: { user: example.setting.user ?? someUser, role: roleOf(example) },
  effectiveAt,
  recordedAt: example.setting.recordedAt ?? effectiveAt,
});

/** Looks answer what the example says; that they answer rightly is for the specs of their projections. */
function looksOf(example: Example): Readonly<Record<string, unknown>> {
  const circumstances = circumstancesOf(example, example.setting.effectiveAt ?? nightAtKemelak);
  return Object.fromEntries(Object.entries(example.slice.looks).map(([name, look]) => [look(example.asked, circumstances).look, example.looks[name]]));
}

const answering = (given: { readonly looks: Readonly<Record<string, unknown>> }): Looks => ({
  ask: ({ look }) => Promise.resolve({ answer: given.looks[look] as never, position: 0n }),
});

const metadataOf = (effectiveAt: Instant, told: Partial<Metadata> = {}): Metadata => ({
  commandId: someCommand,
  correlationId: someCommand,
  causationId: someCommand,
  actor: { user: someUser, role: 'guard' },
  occurredAt: formatWib(effectiveAt),
  effectiveAt,
  recordedAt: effectiveAt,
  voice: 'asked',
  decidedOn: { streams: {} },
  ...told,
});

async function appendGiven(store: EventStore, { streams }: Example, effectiveAt: Instant): Promise<void> {
  for (const [stream, facts] of streams) {
    const events = facts.map((fact, index) =>
      toNewEvent(eventId(stream.slice(-36), index), { type: fact.type, data: fact.data }, metadataOf(effectiveAt, (fact as { told?: Partial<Metadata> }).told)),
    );
    if (events.length > 0) await store.append(stream, events, 'none');
  }
}

/** Who asks holds the slice's role where the command happens; who consents holds it too, with a PIN. */
async function enrolPeople(store: EventStore, saksi: Saksi, example: Example, effectiveAt: Instant, withPin: Set<string>): Promise<void> {
  if (isProcess(example)) return;
  const scopes = [...([example.slice.scope(example.asked)].flat() as readonly Scope[]), ...(await scopeOfWritten(saksi, example))];
  const consenting: string[] = [];
  for (const path of coSignedFieldsOf(example.slice.command)) {
    replaceAt(structuredClone(example.asked), path, (claim) => (consenting.push((claim as CoSignatureClaim).user), claim));
  }
  for (const user of new Set([someUser, ...consenting])) {
    const grants = placesOf(scopes.length > 0 ? scopes : ['everywhere']).map((place, index) =>
      roleGranted({ grant: eventId(user, index), role: roleOf(example), place, from: 0 }),
    );
    await appendMore(store, `account-${user}`, [accountOpened({ login: `user-${user.slice(-12)}` }), ...grants], effectiveAt);
    // A PIN stands beside the log, so that it outlives an example; it takes longer to set than all the rest of one.
    if (user === someUser || withPin.has(user)) continue;
    await givePin(saksi, user);
    withPin.add(user);
  }
}

/** The person also holds what the written stream belongs to, so that what is tried is the objection, not the authority. */
async function scopeOfWritten({ streams }: Saksi, { slice, asked }: Example): Promise<readonly Scope[]> {
  const ref = Object.values(slice.writes)[0]?.(asked) as StreamRef<unknown, Fact> | undefined;
  const scope = ref && ref.of.scope?.((await streams.load(ref)).state);
  return scope === undefined ? [] : [scope];
}

async function givePin({ identity }: Saksi, user: string): Promise<void> {
  await identity.signIn.setPassphrase(user, `user-${user.slice(-12)}`, passphrase, 'first');
  const { session } = await identity.sessions.open(user, 'program');
  await identity.signIn.setPin(session, { passphrase, pin });
}

async function appendMore(store: EventStore, stream: string, facts: readonly Fact[], effectiveAt: Instant): Promise<void> {
  const before = await count(store, stream);
  const events = facts.map((fact, index) => toNewEvent(eventId(someCommand, before + index), fact, metadataOf(effectiveAt)));
  await store.append(stream, events, before === 0 ? 'none' : before - 1);
}

function placesOf(scopes: readonly Scope[]): readonly Place[] {
  return scopes.map((scope): Place => {
    if (typeof scope === 'string' || 'account' in scope || 'warehouse' in scope) return 'everywhere';
    return 'station' in scope ? { stations: [scope.station] } : scope;
  });
}

/** The command as it travels: moments as text, consents with the PIN that the second person has. */
function onTheWire({ slice, asked }: Example): object {
  const body = structuredClone(asked);
  for (const path of pathsOfKind(slice.command, 'moment')) replaceAt(body, path, (instant) => formatWib(Number(instant)));
  for (const path of coSignedFieldsOf(slice.command)) replaceAt(body, path, (claim) => ({ user: (claim as CoSignatureClaim).user, pin }));
  return body;
}

async function askOverHttp(url: string, token: string, example: Example, voice: Voice, effectiveAt: Instant): Promise<Told> {
  const [context, command] = example.slice.name.split('.');
  const response = await fetch(`${url}/api/${context}/${command}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': someCommand,
      'Saksi-Occurred-At': formatWib(effectiveAt),
      ...(voice === 'testified' && { 'Saksi-Testimony': 'told' }),
    },
    body: JSON.stringify(onTheWire(example)),
  });
  const answer = (await response.json()) as { contradicts?: string[]; objections?: { code: string }[] };
  if (response.status === 201 && answer.contradicts) return { contradicts: answer.contradicts };
  if (response.status === 409 && answer.objections) return { refused: answer.objections.map(({ code }) => code).sort() };
  throw new Error(`${example.slice.name} answered ${response.status}: ${JSON.stringify(answer)}`);
}

/** HTTP never carries a process's role: such a command goes the way that processes go. */
async function askAsProcess(saksi: Saksi, { slice, asked }: Example, voice: Voice, effectiveAt: Instant): Promise<Told> {
  try {
    const { contradicts } = await saksi.recorder.record(slice, asked, {
      commandId: someCommand,
      principal: { kind: 'process', role: slice.roles[0] as `process:${string}` },
      voice,
      occurredAt: formatWib(effectiveAt),
      ...(voice === 'testified' && { method: 'told' as const }),
    });
    return { contradicts };
  } catch (error) {
    if (error instanceof Objected) return { refused: [...error.objections.keys()].sort() };
    throw error;
  }
}

async function count(store: EventStore, stream: string): Promise<number> {
  let events = 0;
  for await (const batch of store.readStream(stream)) events += batch.length;
  return events;
}

/** What was written, with each commitment read back from the vault: `sealed('…')`, as at the decider's altitude. */
async function readBack(store: NamespacedStore, saksi: Saksi, stream: string, from: number): Promise<readonly Fact[]> {
  const facts: Fact[] = [];
  for await (const batch of store.readStream(stream, { from })) {
    for (const stored of batch) {
      const { type, data } = toRecorded(stored);
      facts.push({ type, data: (await unsealed(saksi, data)) as object });
    }
  }
  return facts;
}

async function unsealed(saksi: Saksi, value: unknown): Promise<unknown> {
  if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) {
    const revealed = (await saksi.vault.reveal([value])).get(value);
    return revealed ? sealed(revealed.value) : value;
  }
  if (Array.isArray(value)) return Promise.all(value.map((item) => unsealed(saksi, item)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([key, item]) => [key, await unsealed(saksi, item)] as const)));
}
