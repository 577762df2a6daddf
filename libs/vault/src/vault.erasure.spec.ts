import { jest } from '@jest/globals';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupIn, restoreVault } from './backup.ts';
import { erasingContract } from './contract/erasing.ts';
import { VaultRefused } from './errors.ts';
import { alterDatabase } from './testing/alter.ts';
import { VaultFixture } from './testing/fixture.ts';

// Workers start slowly on a busy machine; how long they take decides nothing.
jest.setTimeout(60_000);

describe('a vault in a file', () => erasingContract(async () => new VaultFixture()));

let fixture: VaultFixture;
let [budi, siti]: [string, string] = ['', ''];
const register = () => join(fixture.data, 'erasure-register');
const names = async (text: string) => (await fixture.vault.search({ kind: 'name', text })).found.map(({ subject }) => subject);

beforeEach(async () => {
  fixture = new VaultFixture();
  await fixture.open();
  [budi, siti] = [fixture.subject(), fixture.subject()];
});
afterEach(() => fixture.remove());

describe('erasing a person in a file', () => {
  it('leaves none of the old bytes in any file', async () => {
    await fixture.keep(siti, 'Siti Santoso');
    await fixture.keep(budi, 'Budi Santoso');
    await fixture.keep(budi, 'red bag', 'note');
    await fixture.close();
    const bytes: Uint8Array[] = [];
    for (const column of [
      '(SELECT wrapped FROM subject s WHERE s.subject = ?)',
      '(SELECT sealed FROM disclosure ORDER BY n DESC LIMIT 1)',
      '(SELECT sealed FROM segment ORDER BY n DESC LIMIT 1)',
      '(SELECT wrapped FROM segment ORDER BY n DESC LIMIT 1)',
    ]) {
      bytes.push((await alterDatabase(fixture.data, `SELECT ${column.replace('?', `'${budi}'`)}`)) as Uint8Array);
    }
    for (const secret of bytes) expect(fixture.filesHolding(secret)).toEqual([join(fixture.data, 'vault.db')]);
    await fixture.open();
    // What is kept in this session stands in the write-ahead log.
    await fixture.keep(budi, 'Budi again');
    await fixture.vault.erase(budi);
    for (const secret of bytes) expect(fixture.filesHolding(secret)).toEqual([]);
    expect(readFileSync(join(fixture.data, 'vault.db-wal')).length).toBeLessThan(20_000);
    await fixture.close();
    for (const secret of bytes) expect(fixture.filesHolding(secret)).toEqual([]);
  });
});

describe('the erasure register beside a file', () => {
  it('takes back from a restored vault whoever was erased after the backup', async () => {
    const erased = await fixture.keep(budi, 'Budi Santoso');
    const kept = await fixture.keep(siti, 'Siti Santoso');
    const places = backupIn(join(fixture.folder, 'backup'));
    expect(await fixture.vault.backupTo(places)).toEqual({ subjects: 2, disclosures: 2 });
    await fixture.vault.erase(budi);
    await fixture.close();
    await expect(restoreVault(fixture.data, places)).rejects.toThrow(VaultRefused);
    for (const ending of ['', '-wal', '-shm']) rmSync(join(fixture.data, `vault.db${ending}`), { force: true });
    expect(await restoreVault(fixture.data, places)).toEqual({ subjects: 2, disclosures: 2 });
    await fixture.open();
    expect((await fixture.vault.status()).atOpening).toEqual({ replayed: 1, indexed: 1 });
    expect([...(await fixture.vault.reveal([erased, kept])).keys()]).toEqual([kept]);
    expect(await names('santoso')).toEqual([siti]);
    expect(await fixture.vault.checkIntegrity()).toMatchObject({ subjects: 1, disclosures: 1, damagedDisclosures: [] });
  });

  it('is begun before anything is deleted, so that a crash in between is finished at the next start', async () => {
    const name = await fixture.keep(budi, 'Budi Santoso');
    await fixture.vault.erase(siti);
    await fixture.close();
    const before = readFileSync(register(), 'utf8');
    cpSync(fixture.data, join(fixture.folder, 'aside'), { recursive: true });
    await fixture.open();
    await fixture.vault.erase(budi);
    await fixture.close();
    const after = readFileSync(register(), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    // The crash: the register has it, the vault does not.
    rmSync(fixture.data, { recursive: true });
    cpSync(join(fixture.folder, 'aside'), fixture.data, { recursive: true });
    writeFileSync(register(), after);
    await fixture.open();
    expect((await fixture.vault.status()).atOpening.replayed).toBe(1);
    expect(await fixture.value(name)).toBeUndefined();
  });
});
