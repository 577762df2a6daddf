import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SubjectHeld, VaultDamaged } from '../errors.ts';
import type { VaultFixture } from '../testing/fixture.ts';

/** What erasing takes and what holds it, wherever the vault lies. */
export function erasingContract(make: () => Promise<VaultFixture>): void {
  let fixture: VaultFixture;
  let [budi, siti]: [string, string] = ['', ''];
  const register = () => join(fixture.data, 'erasure-register');
  const names = async (text: string) => (await fixture.vault.search({ kind: 'name', text })).found.map(({ subject }) => subject);

  beforeEach(async () => {
    fixture = await make();
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
}
