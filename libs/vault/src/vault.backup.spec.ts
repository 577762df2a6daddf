import { jest } from '@jest/globals';
import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupIn, restoreVault } from './backup.ts';
import { VaultDamaged, VaultRefused } from './errors.ts';
import { VaultFixture } from './testing/fixture.ts';

// Workers start slowly on a busy machine; how long they take decides nothing.
jest.setTimeout(60_000);

let fixture: VaultFixture;
const places = () => backupIn(join(fixture.folder, 'backup'));

beforeEach(async () => {
  fixture = new VaultFixture();
  await fixture.open();
});
afterEach(() => fixture.remove());

async function restored(): Promise<void> {
  await fixture.close();
  rmSync(fixture.data, { recursive: true });
  await restoreVault(fixture.data, places());
  await fixture.open();
}

describe('a backup', () => {
  it('is complete though the vault was in use while it was taken', async () => {
    const before = await Promise.all(Array.from({ length: 3_000 }, (_, n) => fixture.keep(fixture.subject(), `Person ${n}`)));
    const [one, other] = [fixture.subject(), fixture.subject()];
    before.push(await fixture.keep(one, 'The two met', 'note', [other]));
    await fixture.vault.placeHold({ hold: fixture.subject(), subject: one, reason: 'investigation', by: 'investigator' });
    const [backedUp] = await Promise.all([
      fixture.vault.backupTo(places()),
      ...Array.from({ length: 500 }, (_, n) => fixture.keep(fixture.subject(), `Meanwhile ${n}`)),
    ]);
    expect(backedUp.disclosures).toBeGreaterThanOrEqual(3_001);
    for (const file of [places().values, places().keys]) expect(statSync(file).mode & 0o777).toBe(0o600);
    await restored();
    expect((await fixture.vault.reveal(before)).size).toBe(3_001);
    expect((await fixture.vault.checkIntegrity()).damagedDisclosures).toEqual([]);
    expect((await fixture.vault.search({ kind: 'name', text: 'person 2999' })).found).toHaveLength(1);
    expect((await fixture.vault.search({ kind: 'note', text: 'met' })).found).toHaveLength(1);
    expect(await fixture.vault.holdsOn(one)).toHaveLength(1);
    await fixture.keep(fixture.subject(), 'And it goes on');
  });

  it('keeps values and keys apart: neither file tells anything of a value', async () => {
    const subject = fixture.subject();
    await fixture.keep(subject, 'Budi Santoso');
    await fixture.vault.backupTo(places());
    expect(fixture.filesHolding('Budi Santoso', 'budi santoso')).toEqual([]);
    rmSync(places().keys);
    await fixture.close();
    rmSync(fixture.data, { recursive: true });
    await expect(restoreVault(fixture.data, places())).rejects.toThrow(VaultRefused);
  });

  it('holds nothing of who was erased before it, and the keys of a later one close the values of an earlier one', async () => {
    const [budi, siti] = [fixture.subject(), fixture.subject()];
    const erased = await fixture.keep(budi, 'Budi');
    const kept = await fixture.keep(siti, 'Siti');
    await fixture.vault.backupTo(places());
    const early = join(fixture.folder, 'early-values.db');
    cpSync(places().values, early);
    await fixture.vault.erase(budi);
    await fixture.vault.backupTo(places());
    await fixture.close();
    rmSync(fixture.data, { recursive: true });
    // The register is lost as well: without the key, the value is gone all the same.
    expect(await restoreVault(fixture.data, { ...places(), values: early })).toEqual({ subjects: 1, disclosures: 1 });
    await fixture.open();
    expect([...(await fixture.vault.reveal([erased, kept])).keys()]).toEqual([kept]);
  });

  it('that is damaged is refused', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, n) => fixture.keep(fixture.subject(), `Person ${n}`)));
    await fixture.vault.backupTo(places());
    await fixture.close();
    rmSync(fixture.data, { recursive: true });
    const bytes = readFileSync(places().values);
    writeFileSync(places().values, bytes.subarray(0, bytes.length - 8_192));
    await expect(restoreVault(fixture.data, places())).rejects.toThrow(VaultDamaged);
  });
});

describe('sweeping what no event names', () => {
  const inLog = (commitments: readonly string[]) => async (asked: readonly string[]) => new Set(asked.filter((each) => commitments.includes(each)));

  it('is refused for what is younger than seven days', async () => {
    fixture.days(6);
    await expect(fixture.vault.sweepUnused(fixture.clock.now() - 6 * 86_400_000, inLog([]))).rejects.toThrow('7 days');
  });

  it('deletes what is old and proven absent, and asks about each once', async () => {
    const used = await fixture.keep(fixture.subject(), 'Used');
    const unused = await fixture.keep(fixture.subject(), 'Unused');
    const again = fixture.disclosure(fixture.subject(), 'Told again');
    await fixture.vault.keep([again]);
    fixture.days(8);
    const young = await fixture.keep(fixture.subject(), 'Young');
    await fixture.vault.keep([again]);
    const before = fixture.clock.now() - 7 * 86_400_000;
    expect(await fixture.vault.sweepUnused(before, inLog([used]))).toEqual({ asked: 2, deleted: 1 });
    expect(await fixture.vault.sweepUnused(before, inLog([used]))).toEqual({ asked: 0, deleted: 0 });
    expect([...(await fixture.vault.reveal([used, unused, again.commitment, young])).keys()]).toEqual([used, again.commitment, young]);
    expect((await fixture.vault.search({ kind: 'name', text: 'unused' })).found).toEqual([]);
    fixture.days(8);
    expect(await fixture.vault.sweepUnused(fixture.clock.now() - 7 * 86_400_000, inLog([used, young]))).toEqual({ asked: 2, deleted: 1 });
    expect(await fixture.value(again.commitment)).toBeUndefined();
  });

  it('spares what is kept again while the log is asked', async () => {
    const used = await fixture.keep(fixture.subject(), 'Used');
    const disclosure = fixture.disclosure(fixture.subject(), 'Told again');
    await fixture.vault.keep([disclosure]);
    fixture.days(8);
    const swept = await fixture.vault.sweepUnused(fixture.clock.now() - 7 * 86_400_000, async () => {
      await fixture.vault.keep([disclosure]);
      return new Set([used]);
    });
    expect(swept).toEqual({ asked: 2, deleted: 0 });
    expect(await fixture.value(disclosure.commitment)).toBe('Told again');
  });

  it('deletes nothing on the word of a log that names nothing, or not what it named before', async () => {
    const [first, second] = [await fixture.keep(fixture.subject(), 'First'), await fixture.keep(fixture.subject(), 'Second')];
    fixture.days(8);
    const before = (): number => fixture.clock.now() - 7 * 86_400_000;
    await expect(fixture.vault.sweepUnused(before(), inLog([]))).rejects.toThrow('another log');
    expect(await fixture.vault.sweepUnused(before(), inLog([first, second]))).toEqual({ asked: 2, deleted: 0 });
    const third = await fixture.keep(fixture.subject(), 'Third');
    const fourth = await fixture.keep(fixture.subject(), 'Fourth');
    fixture.days(8);
    await expect(fixture.vault.sweepUnused(before(), inLog([second, third]))).rejects.toThrow('put back to an earlier state');
    expect((await fixture.vault.reveal([first, second, third, fourth])).size).toBe(4);
    expect(await fixture.vault.sweepUnused(before(), inLog([first, second, third]))).toEqual({ asked: 2, deleted: 1 });
  });
});
