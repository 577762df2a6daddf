import { mkdirSync, writeFileSync } from 'node:fs';
import { secretsFolder } from '../testing/secrets-folder.ts';
import { IdentityUnavailable } from './errors.ts';
import { openSecretsIn } from './secrets.ts';

let folder: ReturnType<typeof secretsFolder>;
beforeEach(() => {
  folder = secretsFolder();
});
afterEach(() => folder.remove());

const limit = { attempts: 3, window: 1_000, lockFor: 5_000 };
const key = { key: 'passphrase:a', ...limit };

describe('attempts', () => {
  it('count from their beginning, so that guesses sent at once are all counted', async () => {
    const secrets = folder.open();
    const begun = await Promise.all(Array.from({ length: 5 }, () => secrets.ask('beginAttempt', [key], 100)));
    expect(begun.map(({ allowed }) => allowed)).toEqual([true, true, true, false, false]);
  });

  it('lock when used up, until the time is over, also after a restart', async () => {
    const secrets = folder.open();
    for (let i = 0; i < 3; i += 1) await secrets.ask('beginAttempt', [key], 100);
    expect(await secrets.ask('lockIfUsedUp', [key], 100)).toEqual([{ key: key.key, until: 5_100 }]);
    expect(await secrets.ask('lockIfUsedUp', [key], 100)).toEqual([]);
    await secrets.close();
    const again = folder.open();
    expect(await again.ask('beginAttempt', [key], 5_099)).toEqual({ allowed: false, retryAt: 5_100 });
    expect(await again.ask('beginAttempt', [key], 5_100)).toMatchObject({ allowed: true });
  });

  it('are not used up on one key when another refuses', async () => {
    const secrets = folder.open();
    const address = { key: 'address:x', ...limit, attempts: 1 };
    await secrets.ask('beginAttempt', [key, address], 100);
    for (let i = 0; i < 5; i += 1) expect(await secrets.ask('beginAttempt', [key, address], 101)).toMatchObject({ allowed: false, retryAt: 1_100 });
    expect(await secrets.ask('beginAttempt', [key], 102)).toMatchObject({ allowed: true });
  });

  it('are forgiven by a success', async () => {
    const secrets = folder.open();
    for (let i = 0; i < 2; i += 1) await secrets.ask('beginAttempt', [key], 100);
    await secrets.ask('forgiveAttempts', [], [key.key]);
    for (let i = 0; i < 3; i += 1) expect(await secrets.ask('beginAttempt', [key], 101)).toMatchObject({ allowed: true });
  });
});

describe('one-time codes', () => {
  const code = { code: 'c1', account: 'a', purpose: 'reset', hash: Uint8Array.from([1, 2, 3]), until: 1_000 };

  it('work once', async () => {
    const secrets = folder.open();
    expect(await secrets.ask('keepCode', code, 0)).toBe(true);
    const uses = await Promise.all([1, 2, 3].map(() => secrets.ask('useCode', 'a', 'reset', code.hash, 10)));
    expect(uses.filter((used) => used === 'c1')).toHaveLength(1);
  });
  it('are not handed out twice', async () => {
    const secrets = folder.open();
    await secrets.ask('keepCode', code, 0);
    expect(await secrets.ask('keepCode', { ...code, hash: Uint8Array.from([9]) }, 0)).toBe(false);
    expect(await secrets.ask('useCode', 'a', 'reset', Uint8Array.from([9]), 10)).toBeUndefined();
  });
  it.each([
    ['after their time', 'a', 'reset', code.hash, 1_000],
    ['for another account', 'b', 'reset', code.hash, 10],
    ['for another purpose', 'a', 'enrolment', code.hash, 10],
    ['when mistyped', 'a', 'reset', Uint8Array.from([1, 2, 4]), 10],
  ] as const)('do not work %s', async (_, account, purpose, hash, at) => {
    const secrets = folder.open();
    await secrets.ask('keepCode', code, 0);
    expect(await secrets.ask('useCode', account, purpose, hash, at)).toBeUndefined();
  });
  it('are replaced by a newer one', async () => {
    const secrets = folder.open();
    await secrets.ask('keepCode', code, 0);
    await secrets.ask('keepCode', { ...code, code: 'c2', hash: Uint8Array.from([7]) }, 0);
    expect(await secrets.ask('useCode', 'a', 'reset', code.hash, 10)).toBeUndefined();
    expect(await secrets.ask('useCode', 'a', 'reset', Uint8Array.from([7]), 10)).toBe('c2');
  });
});

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
