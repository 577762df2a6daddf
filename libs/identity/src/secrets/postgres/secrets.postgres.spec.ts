import { makeDatabase, type TestDatabase } from '../../../../../test/support/postgres/database.ts';
import { secretsContract } from '../../contract/secrets.ts';
import { IdentityUnavailable } from '../errors.ts';
import type { Secrets } from '../secrets.ts';
import { openSecretsInPostgres } from './open.ts';

let database: TestDatabase;
let nodes: Secrets[] = [];
const open = async (): Promise<Secrets> => {
  const secrets = await openSecretsInPostgres({ url: database.url });
  nodes.push(secrets);
  return secrets;
};
const remove = async (): Promise<void> => {
  await Promise.all(nodes.map((each) => each.close().catch(() => undefined)));
  nodes = [];
  await database.sql('drop schema if exists saksi_identity cascade');
};
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database.drop());

describe('secrets in PostgreSQL', () => secretsContract(async () => ({ open, remove })));

describe('secrets that several nodes share', () => {
  afterEach(remove);
  const key = { key: 'passphrase:a', attempts: 3, window: 1_000, lockFor: 5_000 };

  it('count guesses that are sent to several nodes at once', async () => {
    const both = [await open(), await open()];
    const begun = await Promise.all([1, 2, 3, 4, 5].flatMap(() => both.map((each) => each.ask('beginAttempt', [key], 100))));
    expect(begun.filter(({ allowed }) => allowed)).toHaveLength(3);
    const locked = await Promise.all(both.map((each) => each.ask('lockIfUsedUp', [key], 100)));
    expect(locked.flat()).toEqual([{ key: key.key, until: 5_100 }]);
  });

  it('let a code be used on one of them', async () => {
    const both = [await open(), await open()];
    const hash = Uint8Array.from([1, 2, 3]);
    const code = { code: 'c1', account: 'a', purpose: 'reset', hash, until: 1_000 };
    expect((await Promise.all(both.map((each) => each.ask('keepCode', code, 0)))).filter((kept) => kept)).toHaveLength(1);
    const uses = await Promise.all([1, 2, 3].flatMap(() => both.map((each) => each.ask('useCode', 'a', 'reset', hash, 10))));
    expect(uses.filter((used) => used === 'c1')).toHaveLength(1);
  });

  it('say why they cannot be used, and can be again when the database is back', async () => {
    const secrets = await open();
    await database.admit(false);
    await expect(secrets.ask('secretOf', 'a', 'pin')).rejects.toThrow(IdentityUnavailable);
    await expect(secrets.ask('secretOf', 'a', 'pin')).rejects.toThrow(/PostgreSQL at .* is starting, stopping or under repair/);
    await database.admit(true);
    await expect(secrets.ask('secretOf', 'a', 'pin')).resolves.toBeUndefined();
    await expect(openSecretsInPostgres({ url: database.url.replace(/:[^:]*@/, ':wrong@') })).rejects.toThrow(/does not accept the user saksi/);
  });
});
