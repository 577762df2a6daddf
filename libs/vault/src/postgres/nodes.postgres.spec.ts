import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeDatabase, type TestDatabase } from '../../../../test/support/postgres/database.ts';
import { openMemoryEventStore } from '#event-store';
import { LogRound } from '../processes/log-round.ts';
import { VaultUnavailable, VaultUnopenable, WrongMasterKey } from '../errors.ts';
import { postgresStorage } from '../postgres-storage.ts';
import { VaultFixture } from '../testing/fixture.ts';
import { inPostgres } from '../testing/in-postgres.ts';
import type { VaultOptions } from '../vault.ts';

let database: TestDatabase;
let nodes: VaultFixture[] = [];
const node = async (options: Partial<VaultOptions> = {}): Promise<VaultFixture> => {
  const fixture = new VaultFixture(inPostgres(database));
  fixture.masterKey = nodes[0]?.masterKey ?? fixture.masterKey;
  nodes.push(fixture);
  await fixture.open({ segmentFanOut: 4, ...options });
  return fixture;
};
const names = async ({ vault }: VaultFixture, text: string) => (await vault.search({ kind: 'name', text, limit: 10_000 })).found.map(({ subject }) => subject);

beforeAll(async () => {
  database = await makeDatabase();
});
afterEach(async () => {
  for (const each of nodes) await each.close();
  for (const each of nodes) await each.remove();
  nodes = [];
});
afterAll(() => database.drop());

describe('several nodes on one vault', () => {
  it('remove together what no event names, each by its own look at the log, and never what is told again meanwhile', async () => {
    const [one, two] = [await node(), await node()];
    const store = openMemoryEventStore();
    const named = async (commitments: readonly string[]): Promise<void> => {
      const data = Buffer.from(JSON.stringify({ commitments }));
      const id = one.subject();
      await store.append(`visit-${id}`, [{ id, type: 'spec.told.v1', data, metadata: Buffer.from('{}') }], 'none');
    };
    const values = Array.from({ length: 2_500 }, (_, n) => one.disclosure(one.subject(), `Person ${n}`));
    for (let from = 0; from < values.length; from += 500) await one.vault.keep(values.slice(from, from + 500));
    const [used, unused, later] = [0, 1, 2].map((rest) => values.filter((_, n) => n % 3 === rest)) as [typeof values, typeof values, typeof values];
    await named(used.map(({ commitment }) => commitment));
    for (const each of [one, two]) each.days(8);

    const { signal } = new AbortController();
    const sweeps = [one, two].map(async ({ vault, clock }) => {
      const log = new LogRound({ store, signal, rest: 1 });
      return vault.sweepUnused(clock.now() - 7 * 86_400_000, (commitments) => log.find(commitments));
    });
    // What a phone tells again after days: kept, and then named by its event, wherever the sweeps are.
    for (const each of later) {
      await two.vault.keep([each]);
      await named([each.commitment]);
    }
    await Promise.all(sweeps);
    const log = new LogRound({ store, signal, rest: 0 });
    await one.vault.sweepUnused(one.clock.now() - 7 * 86_400_000, (commitments) => log.find(commitments));
    const commitmentsOf = (some: typeof values) => some.map(({ commitment }) => commitment);
    expect((await one.vault.reveal(commitmentsOf([...used, ...later]))).size).toBe(used.length + later.length);
    for (const each of [one, two]) each.days(8);
    await two.vault.sweepUnused(two.clock.now() - 7 * 86_400_000, (commitments) => log.find(commitments));
    expect((await two.vault.reveal(commitmentsOf([...used, ...later]))).size).toBe(used.length + later.length);
    expect((await two.vault.reveal(commitmentsOf(unused))).size).toBe(0);
    expect(await one.vault.checkIntegrity()).toMatchObject({ disclosures: used.length + later.length, damagedDisclosures: [], damagedSegments: [] });
    await store.close();
  });

  it('keep side by side, the same persons too, and each finds what any of them kept', async () => {
    const [one, two, three] = [await node(), await node(), await node()];
    const shared = Array.from({ length: 20 }, () => one.subject());
    const kept = await Promise.all(
      [one, two, three].flatMap((each) =>
        Array.from({ length: 100 }, (_, n) =>
          each.keep(n < 20 ? (shared[n] ?? '') : each.subject(), `Person ${n}`, 'name', n % 10 === 0 ? shared.slice(0, 2) : []),
        ),
      ),
    );
    for (const each of [one, two, three]) {
      expect((await each.vault.reveal(kept)).size).toBe(300);
      expect(await names(each, 'person')).toHaveLength(260);
    }
    expect(await one.vault.checkIntegrity()).toMatchObject({
      subjects: 260,
      disclosures: 300,
      damagedSubjects: [],
      damagedDisclosures: [],
      damagedSegments: [],
    });
  });

  it('erase for all: nothing is found, revealed or kept any more, and every register has it', async () => {
    const [one, two] = [await node(), await node()];
    const [budi, siti] = [one.subject(), one.subject()];
    const mine = [await one.keep(budi, 'Budi Santoso'), await two.keep(budi, '1601140112345678', 'identity-number')];
    const theirs = await two.keep(siti, 'Siti Santoso');
    expect(await names(two, 'santoso')).toEqual([siti, budi]);
    expect(await one.vault.erase(budi)).toEqual({ values: 2 });
    expect(await names(two, 'santoso')).toEqual([siti]);
    expect([...(await two.vault.reveal([...mine, theirs])).keys()]).toEqual([theirs]);
    expect((await two.vault.reveal([await two.keep(budi, 'Budi again')])).size).toBe(0);
    const register = join(two.data, 'erasure-register');
    while (!existsSync(register) || !readFileSync(register, 'utf8').includes(budi)) await pause(5);
  });

  it('are told the one clock that all of them can ask', async () => {
    const one = await node();
    const before = Date.now();
    const { sharedClock = 0 } = await one.vault.status();
    expect(sharedClock).toBeGreaterThanOrEqual(before);
    expect(sharedClock).toBeLessThanOrEqual(Date.now());
  });

  it('erase and keep the same person at once, and what is left of them is nothing or whole', async () => {
    const [one, two] = [await node(), await node()];
    for (let round = 0; round < 10; round++) {
      const budi = one.subject();
      const keeping = Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? one : two).keep(budi, `Budi ${n}`));
      const [kept] = await Promise.all([Promise.all(keeping), two.vault.erase(budi)]);
      expect((await one.vault.reveal(kept)).size).toBe(0);
    }
    expect(await one.vault.status()).toMatchObject({ subjects: 0, disclosures: 0, unfinished: 0 });
    expect(await names(two, 'budi')).toEqual([]);
  });

  it('go on while another changes the master key, and none of them wraps by the old one afterwards', async () => {
    const [one, two] = [await node(), await node()];
    const kept = await Promise.all(Array.from({ length: 600 }, (_, n) => one.keep(one.subject(), `Person ${n}`)));
    const newKey = randomBytes(32);
    const rotation = { done: false };
    const meanwhile = (async () => {
      while (!rotation.done) kept.push(await two.keep(two.subject(), 'Meanwhile'));
    })();
    await one.vault.rotateMasterKey(newKey);
    rotation.done = true;
    await meanwhile;
    kept.push(await two.keep(two.subject(), 'Afterwards'));
    expect((await two.vault.reveal(kept)).size).toBe(kept.length);
    expect(await one.vault.status()).toMatchObject({ generation: 2, toRewrap: 0 });
    await expect(two.open()).rejects.toThrow(WrongMasterKey);
    two.masterKey = newKey;
    await two.open();
    expect((await two.vault.reveal(kept)).size).toBe(kept.length);
  });

  it('bring a database that was restored from an old dump up to their registers', async () => {
    const one = await node();
    const [budi, siti] = [one.subject(), one.subject()];
    const [erased, kept] = [await one.keep(budi, 'Budi'), await one.keep(siti, 'Siti')];
    const tables = ['subject', 'subject_key', 'disclosure', 'segment'];
    for (const table of tables) await database.sql(`create table saksi_vault.dumped_${table} as table saksi_vault.${table}`);
    await one.vault.erase(budi);
    await one.close();
    await database.sql('delete from saksi_vault.subject; delete from saksi_vault.disclosure; delete from saksi_vault.segment; delete from saksi_vault.erased');
    for (const table of tables) await database.sql(`insert into saksi_vault.${table} select * from saksi_vault.dumped_${table}`);
    await one.open();
    expect((await one.vault.status()).atOpening.replayed).toBe(1);
    expect([...(await one.vault.reveal([erased, kept])).keys()]).toEqual([kept]);
    expect(await names(one, 'budi')).toEqual([]);
  });
});

describe('a database that goes away', () => {
  it('is said, nothing that was acknowledged is lost, and it goes on by itself when it is back', async () => {
    const one = await node();
    const kept = await one.keep(one.subject(), 'Before');
    await database.admit(false);
    const refused = one.disclosure(one.subject(), 'Meanwhile');
    await expect(one.vault.keep([refused])).rejects.toThrow(VaultUnavailable);
    await expect(one.vault.status()).rejects.toThrow(/PostgreSQL at .* is starting, stopping or under repair/);
    await database.admit(true);
    await one.vault.keep([refused]);
    expect((await one.vault.reveal([kept, refused.commitment])).size).toBe(2);
  });

  it('stops the start with a sentence', async () => {
    const away = (url: string) => node({ storage: postgresStorage({ url }) });
    await expect(away('postgres://saksi:secret@127.0.0.1:1/saksi')).rejects.toThrow(VaultUnopenable);
    await expect(away('postgres://saksi:secret@127.0.0.1:1/saksi')).rejects.toThrow(
      'PostgreSQL at 127.0.0.1:1 cannot be reached. Start it, or correct SAKSI_VAULT_URL.',
    );
    await expect(away('secret')).rejects.toThrow('postgres://user:password@host:port/database');
  });
});
