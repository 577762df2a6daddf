import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLimits, Recorder, StreamCache } from '#cqrs';
import { openMemoryEventStore, toRecorded, type EventStore } from '#event-store';
import { commitmentOf, settableClock, uuidv7, type Asked, type CommandSlice, type Fact, type Role, type SettableClock } from '#kernel';
import { account, accountIdOf, type DeviceAlgorithm } from '../domain/account.ts';
import type { Place } from '../domain/place.ts';
import { enrolDevice } from '../features/enrol-device/enrol-device.ts';
import { grantRole } from '../features/grant-role/grant-role.ts';
import { openAccount } from '../features/open-account/open-account.ts';
import { openIdentity, type Identity, type IdentityOptions } from '../open-identity.ts';
import { secretsHere } from './secrets-here.ts';

export const start = Date.UTC(2023, 10, 30, 12);
export const passphrase = 'tujuh ikan di sungai';

/** Identity on a real recorder, a real log (in memory) and a real identity.db in a folder of its own, without its thread. */
export interface World {
  readonly clock: SettableClock;
  readonly store: EventStore;
  readonly recorder: Recorder;
  readonly identity: Identity;
  readonly failures: readonly unknown[];
  /** A command as the operating-system user gives it. */
  command<C extends object>(slice: CommandSlice<C>, asked: Asked<C>): Promise<void>;
  /** An account with a passphrase and, if asked for, a role from the beginning. */
  person(login: string, role?: Role, place?: Place): Promise<string>;
  enrol(user: string, device: string, publicKey: string, algorithm: DeviceAlgorithm): Promise<void>;
  eventsOf(user: string): Promise<readonly Fact[]>;
  /** The same folder and log, opened again, as after a restart. */
  restarted(): Promise<World>;
  close(): Promise<void>;
}

const placeFields = (place: Place) => (place === 'everywhere' ? { everywhere: true } : place);

export async function openWorld(options: Partial<IdentityOptions> = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-identity-'));
  return openIn(folder, openMemoryEventStore(), settableClock(start), options);
}

async function openIn(folder: string, store: EventStore, clock: SettableClock, options: Partial<IdentityOptions>): Promise<World> {
  const failures: unknown[] = [];
  const streams = new StreamCache(store, { streams: 1_000 });
  const identity: Identity = await openIdentity({
    secrets: secretsHere(join(folder, 'identity.db')),
    clock,
    loadAccount: async (user) => (await streams.load(account.at(user))).state,
    places: { villageOfPost: async () => undefined, villageOfWarehouse: async () => undefined },
    recorder: () => recorder,
    // Weak on purpose: these specs ask about behaviour, not about strength.
    hashing: { memory: 64, passes: 1 },
    onFailure: (error) => failures.push(error),
    ...options,
  });
  const { authority, coSigning, devices } = identity;
  const digest = (payload: Uint8Array) => createHmac('sha256', 'spec').update(payload).digest();
  const salted = (salt: string, { subject, path, value }: { subject: string; path: string; value: string }) => ({
    commitment: commitmentOf(salt, subject, path, value),
    salt,
  });
  const recorder: Recorder = new Recorder({
    store,
    streams,
    looks: { ask: () => Promise.reject(new Error('identity looks at nothing')) },
    authority,
    coSigning,
    devices,
    disclosures: { commit: ({ salt = '00'.repeat(16), ...of }) => salted(salt, of), keep: async () => undefined, reveal: async () => new Map(), digest },
    clock,
    limits: commandLimits,
  });

  const command: World['command'] = async (slice, asked) => {
    await recorder.record(slice, asked, { commandId: uuidv7(clock.now()), principal: { kind: 'system', user: 'operator' }, voice: 'asked' });
  };

  return {
    clock,
    store,
    recorder,
    identity,
    failures,
    command,
    async person(login, role, place) {
      const user = accountIdOf(login);
      await command(openAccount, { login });
      if (role && place) await command(grantRole, { account: user, grant: uuidv7(clock.now()), role, from: clock.now(), ...placeFields(place) });
      await identity.signIn.setPassphrase(user, login, passphrase, 'first');
      return user;
    },
    enrol: (user, device, publicKey, algorithm) => command(enrolDevice, { account: user, device, publicKey, algorithm }),
    async eventsOf(user) {
      const facts: Fact[] = [];
      for await (const batch of store.readStream(account.at(user).name)) facts.push(...batch.map(toRecorded).map(({ type, data }) => ({ type, data })));
      return facts;
    },
    async restarted() {
      await identity.close();
      return openIn(folder, store, clock, options);
    },
    async close() {
      await identity.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
