import { VaultDamaged, VaultRefused } from '../errors.ts';
import type { VaultFixture } from '../testing/fixture.ts';

/** What is found, wherever the vault lies. */
export function searchingContract(make: () => Promise<VaultFixture>): void {
  let fixture: VaultFixture;
  let [budi, siti, budiman]: string[] = [];

  /** Merges at every third segment, and holds no more than some ten names in one. */
  const small = { segmentFanOut: 3, largestSegment: 400 };
  const found = async (text: string, more: object = {}) => (await fixture.vault.search({ kind: 'name', text, ...more })).found.map(({ subject }) => subject);

  beforeAll(async () => {
    fixture = await make();
    await fixture.open(small);
    [budi, siti, budiman] = [fixture.subject(), fixture.subject(), fixture.subject()];
    await fixture.keep(budi, 'Budi Santoso');
    await fixture.keep(siti, 'Siti Aminah');
    await fixture.keep(siti, 'Siti Santoso');
    await fixture.keep(budiman, 'H. Budiman');
    await fixture.keep(budi, '1601 1401 1234 5678', 'identity-number');
    await fixture.keep(budi, 'came with a red bag', 'note');
  });
  afterAll(() => fixture.remove());

  describe('searching', () => {
    it('finds by the first letters of any word, newest first, as soon as it is kept', async () => {
      expect(await found('bud')).toEqual([budiman, budi]);
      expect(await found('san')).toEqual([siti, budi]);
      expect(await found('santoso bud')).toEqual([budi]);
    });

    it('keeps kinds apart', async () => {
      expect((await fixture.vault.search({ kind: 'identity-number', text: '16011401' })).found.map(({ subject }) => subject)).toEqual([budi]);
      expect((await fixture.vault.search({ kind: 'note', text: 'red' })).found.map(({ subject }) => subject)).toEqual([budi]);
      expect((await fixture.vault.search({ kind: 'note', text: 're' })).found).toEqual([]);
      expect(await found('1601')).toEqual([]);
    });

    it('names the value that matches', async () => {
      const [match] = (await fixture.vault.search({ kind: 'name', text: 'santoso siti' })).found;
      expect(await fixture.value(match?.commitment ?? '')).toBe('Siti Santoso');
    });

    it('says when there are more than asked for', async () => {
      expect(await fixture.vault.search({ kind: 'name', text: 'bud', limit: 1 })).toMatchObject({ found: [{ subject: budiman }], more: true });
      expect(await fixture.vault.search({ kind: 'name', text: 'bud', limit: 2 })).toMatchObject({ more: false });
    });

    it('finds only among those it may', async () => {
      expect(await found('bud', { among: [budi, siti, fixture.subject()] })).toEqual([budi]);
      expect(await found('bud', { among: [] })).toEqual([]);
      await fixture.open({ ...small, amongMost: 1 });
      await expect(found('bud', { among: [budi ?? '', siti ?? ''] })).rejects.toThrow(VaultRefused);
    });

    it('finds each of many, whatever was merged with what', async () => {
      const names = Array.from({ length: 60 }, (_, n) => `Person${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + Math.trunc(n / 26))} Lain`);
      const subjects = names.map(() => fixture.subject());
      for (const [n, name] of names.entries()) await fixture.keep(subjects[n] ?? '', name);
      for (const [n, name] of names.entries()) expect(await found(name)).toEqual([subjects[n]]);
      expect(await found('lain', { limit: 100 })).toHaveLength(60);
      const { segments } = await fixture.vault.status();
      expect(segments).toBeGreaterThan(1);
      expect(segments).toBeLessThan(30);
    });

    it('finds the same person by another spelling', async () => {
      const again = fixture.subject();
      await fixture.keep(again, '1601-1401-1234-5678', 'identity-number');
      await fixture.keep(again, 'BUDI  SANTOSO');
      const both = async (kind: 'name' | 'identity-number', value: string) => (await fixture.vault.findSame(kind, value)).map(({ subject }) => subject);
      expect(await both('identity-number', '1601140112345678')).toEqual([again, budi]);
      expect(await both('name', 'budi santoso')).toEqual([again, budi]);
      expect(await both('name', 'budi')).toEqual([]);
      expect(await fixture.vault.findSame('note', 'came with a red bag')).toEqual([]);
    });
  });

  describe('a damaged search index', () => {
    it('is said, stops nobody from keeping, and is built again', async () => {
      await fixture.close();
      await fixture.alter('UPDATE segment SET sealed = wrapped WHERE n = (SELECT min(n) FROM segment WHERE shelf = 0)');
      await fixture.open(small);
      await expect(found('siti')).rejects.toThrow(VaultDamaged);
      expect((await fixture.vault.checkIntegrity()).damagedSegments).toHaveLength(1);
      for (let n = 0; n < 12; n++) await fixture.keep(fixture.subject(), 'Later');
      expect(await fixture.vault.rebuildSearch()).toBeGreaterThan(60);
      expect((await fixture.vault.checkIntegrity()).damagedSegments).toEqual([]);
      expect(await found('aminah')).toEqual([siti]);
      expect(await found('later', { limit: 100 })).toHaveLength(12);
    });
  });
}
