import { randomBytes } from 'node:crypto';
import type { Disclosure } from '#cqrs';
import { DisclosureDamaged, DisclosureRefused, VaultUnavailable, WrongMasterKey } from '../errors.ts';
import type { VaultFixture } from '../testing/fixture.ts';

/** What is kept and how it comes back, wherever the vault lies. */
export function keepingContract(make: () => Promise<VaultFixture>): void {
  let fixture: VaultFixture;
  let siti: string;
  beforeEach(async () => {
    fixture = await make();
    await fixture.open();
    siti = fixture.subject();
  });
  afterEach(() => fixture.remove());

  const other = (wrong: Partial<Disclosure>): Disclosure => ({ ...fixture.disclosure(siti, 'Budi'), ...wrong });

  describe('keeping', () => {
    it('reveals what was kept, and nothing for what was not', async () => {
      const kept = await fixture.keep(siti, 'Siti Aminah');
      const unknown = fixture.disclosure(siti, 'Somebody else');
      expect(await fixture.vault.reveal([kept, unknown.commitment, 'no commitment'])).toEqual(
        new Map([[kept, { value: 'Siti Aminah', kind: 'name', subject: siti }]]),
      );
    });

    it('keeps the same once', async () => {
      const kept = fixture.disclosure(siti, 'Siti Aminah');
      await Promise.all([fixture.vault.keep([kept]), fixture.vault.keep([kept, kept]), fixture.vault.keep([kept])]);
      expect((await fixture.vault.reveal([kept.commitment])).size).toBe(1);
      expect((await fixture.vault.status()).disclosures).toBe(1);
    });

    it('refuses a commitment to something else, and keeps what others ask for in the same breath', async () => {
      const right = fixture.disclosure(siti, 'Siti Aminah');
      const wrong = other({ value: 'Bambang' });
      const outcomes = await Promise.allSettled([fixture.vault.keep([right]), fixture.vault.keep([wrong])]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      await expect(fixture.vault.keep([wrong])).rejects.toThrow(DisclosureRefused);
      expect([...(await fixture.vault.reveal([right.commitment, wrong.commitment])).keys()]).toEqual([right.commitment]);
    });

    it('has it after closing and opening, with the same salts and digests', async () => {
      const kept = await fixture.keep(siti, 'Siti Aminah');
      const asked = { commandId: siti, subject: siti, path: 'p', value: 'Siti' };
      const [digest, committed] = [fixture.vault.digest(Buffer.from('payload')), fixture.vault.commit(asked)];
      await fixture.open();
      expect(await fixture.value(kept)).toBe('Siti Aminah');
      expect(fixture.vault.commit(asked)).toEqual(committed);
      expect(fixture.vault.digest(Buffer.from('payload'))).toEqual(digest);
    });

    it('keeps more at once than one group holds', async () => {
      const kept = await Promise.all(Array.from({ length: 900 }, (_, n) => fixture.keep(n % 3 === 0 ? siti : fixture.subject(), `Person ${n}`)));
      expect((await fixture.vault.reveal(kept)).size).toBe(900);
      expect(await fixture.vault.checkIntegrity()).toMatchObject({ subjects: 601, disclosures: 900, damagedDisclosures: [], damagedSegments: [] });
    });

    it('keeps a photograph whole, and finds nothing by it', async () => {
      const photo = randomBytes(98_304).toString('base64');
      const kept = await fixture.keep(siti, photo, 'photo');
      const name = await fixture.keep(siti, 'Siti');
      await fixture.open();
      expect(await fixture.value(kept)).toBe(photo);
      expect((await fixture.vault.search({ kind: 'photo', text: photo.slice(0, 12) })).found).toEqual([]);
      expect(await fixture.vault.findSame('photo', photo)).toEqual([]);
      expect(await fixture.vault.rebuildSearch()).toBe(1);
      expect(await fixture.vault.checkIntegrity()).toMatchObject({ disclosures: 2, damagedDisclosures: [] });
      expect(fixture.filesHolding(photo.slice(3_000, 3_300))).toEqual([]);
      expect(await fixture.vault.erase(siti)).toEqual({ values: 2 });
      expect((await fixture.vault.reveal([kept, name])).size).toBe(0);
    });

    it('reveals a note that concerns several', async () => {
      const [budi, ani] = [fixture.subject(), fixture.subject()];
      const note = await fixture.keep(siti, 'Pak Budi and Bu Siti argued', 'note', [budi, siti, ani, budi]);
      await fixture.keep(ani, 'Ani');
      await fixture.open();
      expect(await fixture.value(note)).toBe('Pak Budi and Bu Siti argued');
    });

    it('is refused to a wrong master key, and nothing is changed', async () => {
      const kept = await fixture.keep(siti, 'Siti');
      const own = fixture.masterKey;
      fixture.masterKey = randomBytes(32);
      await expect(fixture.open()).rejects.toThrow(WrongMasterKey);
      fixture.masterKey = own;
      await fixture.open();
      expect(await fixture.value(kept)).toBe('Siti');
    });

    it('is refused when too much waits, and what was accepted is kept', async () => {
      await fixture.open({ mostWaiting: 100, mostReading: 0 });
      const outcomes = await Promise.allSettled(Array.from({ length: 150 }, (_, n) => fixture.keep(fixture.subject(), `Person ${n}`)));
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused).toHaveLength(50);
      expect(refused[0]?.reason).toBeInstanceOf(VaultUnavailable);
      await fixture.open();
      expect((await fixture.vault.status()).disclosures).toBe(100);
    });
  });

  describe('whoever alters what is stored', () => {
    it.each([
      ['swaps two values of one person', 'UPDATE disclosure SET sealed = (SELECT sealed FROM disclosure WHERE n = 2) WHERE n = 1'],
      ['cuts a value short', 'UPDATE disclosure SET sealed = substr(sealed, 1, 10) WHERE n = 1'],
      ['gives a value to another person', 'UPDATE disclosure SET subject = 2 WHERE n = 1'],
      ['calls a name a note', 'UPDATE disclosure SET kind = 3 WHERE n = 1'],
    ])('is found out when he %s', async (_, sql) => {
      const budi = fixture.subject();
      const first = await fixture.keep(budi, 'Budi');
      await fixture.keep(budi, 'Budi Santoso');
      const kept = await fixture.keep(siti, 'Siti');
      await fixture.close();
      expect(await fixture.alter(sql)).toBe(1);
      await fixture.open();
      await expect(fixture.vault.reveal([first, kept])).rejects.toThrow(DisclosureDamaged);
      await expect(fixture.vault.reveal([first])).rejects.toMatchObject({ details: { commitments: [first] } });
      expect(await fixture.value(kept)).toBe('Siti');
      expect((await fixture.vault.checkIntegrity()).damagedDisclosures).toContain(first);
    });
  });

  describe('what no event names', () => {
    it('is swept when it is a week old, and nothing else', async () => {
      const [used, unused] = [await fixture.keep(siti, 'Siti'), await fixture.keep(siti, 'Never recorded')];
      fixture.days(8);
      const young = await fixture.keep(siti, 'Young');
      const swept = await fixture.vault.sweepUnused(fixture.clock.now() - 7 * 86_400_000, async () => new Set([used]));
      expect(swept).toEqual({ asked: 2, deleted: 1 });
      expect([...(await fixture.vault.reveal([used, unused, young])).keys()].sort()).toEqual([used, young].sort());
      expect((await fixture.vault.search({ kind: 'name', text: 'never' })).found).toEqual([]);
    });
  });
}
