import { jest } from '@jest/globals';
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupIn, restoreVault } from './backup.ts';
import { SubjectHeld, VaultDamaged, VaultRefused } from './errors.ts';
import { alterDatabase } from './testing/alter.ts';
import { VaultFixture } from './testing/fixture.ts';

// Workers start slowly on a busy machine; how long they take decides nothing.
jest.setTimeout(60_000);

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

describe('erasing a person', () => {
  it('takes everything of theirs, and nothing of anybody else', async () => {
    const mine = await Promise.all([
      fixture.keep(budi, 'Budi Santoso'),
      fixture.keep(budi, '1601140112345678', 'identity-number'),
      fixture.keep(budi, 'red bag', 'note'),
    ]);
    const theirs = await Promise.all([fixture.keep(siti, 'Siti Santoso'), fixture.keep(siti, 'blue bag', 'note')]);
    expect(await fixture.vault.erase(budi)).toEqual({ values: 3 });
    expect((await fixture.vault.reveal([...mine, ...theirs])).size).toBe(2);
    expect(await names('santoso')).toEqual([siti]);
    expect((await fixture.vault.search({ kind: 'note', text: 'bag' })).found.map(({ subject }) => subject)).toEqual([siti]);
    expect(await fixture.vault.findSame('identity-number', '1601140112345678')).toEqual([]);
    expect(await fixture.vault.status()).toMatchObject({ subjects: 1, disclosures: 2, erased: 1, unfinished: 0 });
    expect(await fixture.vault.checkIntegrity()).toMatchObject({ damagedSubjects: [], damagedDisclosures: [], damagedSegments: [] });
  });

  it('takes the notes of others that concern them', async () => {
    const note = await fixture.keep(siti, 'Siti argued with Budi', 'note', [budi]);
    const other = await fixture.keep(siti, 'Siti left alone', 'note');
    expect(await fixture.vault.erase(budi)).toEqual({ values: 1 });
    expect([...(await fixture.vault.reveal([note, other])).keys()]).toEqual([other]);
  });

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

  it('is done once, and stays: what arrives late about them is erased too', async () => {
    await fixture.keep(budi, 'Budi Santoso');
    await fixture.vault.erase(budi);
    expect(await fixture.vault.erase(budi)).toEqual({ values: 0 });
    const late = await fixture.keep(budi, 'Budi Santoso');
    const note = await fixture.keep(siti, 'Siti met Budi', 'note', [budi]);
    expect((await fixture.vault.reveal([late, note])).size).toBe(0);
    expect(await names('budi')).toEqual([]);
    expect(readFileSync(register(), 'utf8').split('\n')).toHaveLength(2);
  });

  it('is refused while any hold stands', async () => {
    const name = await fixture.keep(budi, 'Budi Santoso');
    const holds = [
      { hold: fixture.subject(), subject: budi, reason: 'investigation', by: 'investigator' },
      { hold: fixture.subject(), subject: budi, reason: 'court-order', by: 'investigator' },
    ] as const;
    for (const hold of [...holds, holds[0]]) await fixture.vault.placeHold(hold);
    expect((await fixture.vault.holdsOn(budi)).map(({ reason }) => reason).sort()).toEqual(['court-order', 'investigation']);
    await expect(fixture.vault.erase(budi)).rejects.toThrow(SubjectHeld);
    expect(await fixture.vault.releaseHold({ hold: holds[0].hold, by: 'investigator' })).toBe(true);
    expect(await fixture.vault.releaseHold({ hold: holds[0].hold, by: 'investigator' })).toBe(false);
    await expect(fixture.vault.erase(budi)).rejects.toThrow('court-order');
    expect(await fixture.value(name)).toBe('Budi Santoso');
    await fixture.vault.releaseHold({ hold: holds[1].hold, by: 'investigator' });
    expect(await fixture.vault.erase(budi)).toEqual({ values: 1 });
  });

  it('is due for those of whom nothing was kept lately and whom no hold protects', async () => {
    await fixture.keep(budi, 'Budi');
    await fixture.keep(siti, 'Siti');
    const held = fixture.subject();
    await fixture.keep(held, 'Held');
    await fixture.vault.placeHold({ hold: fixture.subject(), subject: held, reason: 'investigation', by: 'investigator' });
    fixture.days(30);
    await fixture.keep(siti, 'Siti again');
    const due = await fixture.vault.dueForErasure(fixture.clock.now());
    expect(due).toEqual([{ subject: budi, lastKept: fixture.clock.now() - 30 * 86_400_000 }]);
    expect(await fixture.vault.dueForErasure(fixture.clock.now(), { after: budi })).toEqual([]);
  });
});

describe('the erasure register', () => {
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

  it('forgets a line that a crash cut short, and refuses one that was altered', async () => {
    await fixture.vault.erase(budi);
    await fixture.close();
    appendFileSync(register(), `${siti} 17013`);
    await fixture.open();
    expect(await fixture.value(await fixture.keep(siti, 'Siti'))).toBe('Siti');
    await fixture.vault.erase(fixture.subject());
    await fixture.close();
    writeFileSync(register(), readFileSync(register(), 'utf8').replace(budi, siti));
    await expect(fixture.open()).rejects.toThrow(VaultDamaged);
    await expect(fixture.open()).rejects.toThrow('line 1 of the erasure register');
  });

  it('is written again from the vault when it was lost', async () => {
    await fixture.vault.erase(budi);
    await fixture.close();
    rmSync(register());
    await fixture.open();
    expect(readFileSync(register(), 'utf8')).toContain(budi);
  });
});
