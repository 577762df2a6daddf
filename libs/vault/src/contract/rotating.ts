import { randomBytes } from 'node:crypto';
import { VaultRefused, WrongMasterKey } from '../errors.ts';
import type { VaultFixture } from '../testing/fixture.ts';

/** What a change of the master key keeps to, wherever the vault lies. */
export function rotatingContract(make: () => Promise<VaultFixture>): void {
  let fixture: VaultFixture;
  let oldKey: Uint8Array;
  const newKey = randomBytes(32);
  let kept: string[];

  beforeEach(async () => {
    fixture = await make();
    oldKey = fixture.masterKey;
    await fixture.open();
    kept = await Promise.all(Array.from({ length: 1_200 }, (_, n) => fixture.keep(fixture.subject(), `Person ${n}`)));
  });
  afterEach(() => fixture.remove());

  const all = async () => (await fixture.vault.reveal(kept)).size;
  const openWith = (masterKey: Uint8Array) => {
    fixture.masterKey = masterKey;
    return fixture.open();
  };

  describe('changing the master key', () => {
    it('leaves everything readable, searchable and derived alike, under the new key only', async () => {
      const digest = fixture.vault.digest(Buffer.from('x'));
      const steps: number[] = [];
      await fixture.vault.rotateMasterKey(newKey, { onProgress: (done) => steps.push(done) });
      expect(steps.length).toBeGreaterThan(2);
      expect(await all()).toBe(1_200);
      await fixture.keep(fixture.subject(), 'Somebody new');
      await openWith(newKey);
      expect(await all()).toBe(1_200);
      expect(fixture.vault.digest(Buffer.from('x'))).toEqual(digest);
      expect((await fixture.vault.search({ kind: 'name', text: 'somebody' })).found).toHaveLength(1);
      expect(await fixture.vault.findSame('name', 'person 7')).toHaveLength(1);
      expect(await fixture.vault.status()).toMatchObject({ generation: 2, toRewrap: 0 });
      await expect(openWith(oldKey)).rejects.toThrow(WrongMasterKey);
      await expect(openWith(oldKey)).rejects.toThrow('was replaced on 2023-11-30');
    });

    it('goes on after a crash with either key, and ends with the new one', async () => {
      const crash = new Error('power cut');
      // Everything is wrapped anew, and the new key could not be put in its place.
      await expect(fixture.vault.rotateMasterKey(newKey, { persist: () => Promise.reject(crash) })).rejects.toBe(crash);
      await openWith(oldKey);
      expect(await all()).toBe(1_200);
      kept.push(await fixture.keep(fixture.subject(), 'In between'));
      await expect(fixture.vault.rotateMasterKey(randomBytes(32))).rejects.toThrow(VaultRefused);
      await openWith(oldKey);
      expect(await all()).toBe(1_201);
      await fixture.vault.rotateMasterKey(newKey);
      await openWith(newKey);
      expect(await all()).toBe(1_201);
      expect(await fixture.vault.checkIntegrity()).toMatchObject({ subjects: 1_201, damagedSubjects: [] });
    });

    it('is interrupted half-way through wrapping, and finished by a start with the new key', async () => {
      const crash = new Error('power cut');
      const interrupted = fixture.vault.rotateMasterKey(newKey, {
        onProgress: () => {
          throw crash;
        },
      });
      await expect(interrupted).rejects.toBe(crash);
      await openWith(oldKey);
      expect((await fixture.vault.status()).toRewrap).toBeGreaterThan(0);
      expect(await all()).toBe(1_200);
      await openWith(newKey);
      expect(await all()).toBe(1_200);
      await fixture.vault.rotateMasterKey(newKey);
      expect((await fixture.vault.status()).toRewrap).toBe(0);
      await expect(openWith(oldKey)).rejects.toThrow(WrongMasterKey);
    });

    it('does not go back to a key that was replaced', async () => {
      await fixture.vault.rotateMasterKey(newKey);
      await expect(fixture.vault.rotateMasterKey(oldKey)).rejects.toThrow(VaultRefused);
    });
  });
}
