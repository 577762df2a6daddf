import { mkdirSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { secretsContract } from '../contract/secrets.ts';
import { secretsFolder } from '../testing/secrets-folder.ts';
import { IdentityUnavailable } from './errors.ts';
import { openSecretsIn } from './secrets.ts';
import { added } from './worker/schema.ts';

describe('secrets in a file', () =>
  secretsContract(async () => {
    const place = secretsFolder();
    return { open: async () => place.open(), remove: () => place.remove() };
  }));

let folder: ReturnType<typeof secretsFolder>;
beforeEach(() => {
  folder = secretsFolder();
});
afterEach(() => folder.remove());

describe('a file that cannot be used', () => {
  it('says what to do, and works again when the cause is gone', async () => {
    const file = `${folder.file}.late/identity.db`;
    const secrets = openSecretsIn(file);
    await expect(secrets.ask('secretOf', 'a', 'pin')).rejects.toThrow(/cannot be opened: check that its folder exists/);
    mkdirSync(`${folder.file}.late`);
    await expect(secrets.ask('secretOf', 'a', 'pin')).resolves.toBeUndefined();
    await secrets.close();
    await expect(secrets.ask('secretOf', 'a', 'pin')).rejects.toThrow(IdentityUnavailable);
  });
  it('is told from a file that is no database', async () => {
    writeFileSync(folder.file, 'this is a letter, not a database; '.repeat(50));
    await expect(folder.open().ask('secretOf', 'a', 'pin')).rejects.toThrow(/not a database: restore it from a backup/);
  });
});

describe('a file of the first version', () => {
  it('is brought up to date, with what it holds', async () => {
    const before = new DatabaseSync(folder.file);
    before.exec(`${added[0] ?? ''}; insert into credential (account, pin) values ('a', 'hash'); pragma user_version = 1`);
    before.close();
    const secrets = folder.open();
    expect(await secrets.ask('secretOf', 'a', 'pin')).toBe('hash');
    expect(await secrets.ask('keepEntryToMark', { entry: 'e', marked: '{}', since: 1 })).toBe(true);
  });
});
