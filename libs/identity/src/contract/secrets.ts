import type { Secrets } from '../secrets/secrets.ts';

/** Secrets that can be closed and opened again. */
export interface SecretsPlace {
  open(): Promise<Secrets>;
  remove(): Promise<void>;
}

/** What is promised about secrets, attempts, codes and devices, wherever they are kept. */
export function secretsContract(make: () => Promise<SecretsPlace>): void {
  let place: SecretsPlace;
  beforeEach(async () => {
    place = await make();
  });
  afterEach(() => place.remove());

  const limit = { attempts: 3, window: 1_000, lockFor: 5_000 };
  const key = { key: 'passphrase:a', ...limit };

  describe('attempts', () => {
    it('count from their beginning, so that guesses sent at once are all counted', async () => {
      const secrets = await place.open();
      const begun = await Promise.all(Array.from({ length: 5 }, () => secrets.ask('beginAttempt', [key], 100)));
      expect(begun.filter(({ allowed }) => allowed)).toHaveLength(3);
    });

    it('lock when used up, until the time is over, also after a restart', async () => {
      const secrets = await place.open();
      for (let i = 0; i < 3; i += 1) await secrets.ask('beginAttempt', [key], 100);
      expect(await secrets.ask('lockIfUsedUp', [key], 100)).toEqual([{ key: key.key, until: 5_100 }]);
      expect(await secrets.ask('lockIfUsedUp', [key], 100)).toEqual([]);
      await secrets.close();
      const again = await place.open();
      expect(await again.ask('beginAttempt', [key], 5_099)).toEqual({ allowed: false, retryAt: 5_100 });
      expect(await again.ask('beginAttempt', [key], 5_100)).toMatchObject({ allowed: true });
    });

    it('are not used up on one key when another refuses', async () => {
      const secrets = await place.open();
      const address = { key: 'address:x', ...limit, attempts: 1 };
      await secrets.ask('beginAttempt', [key, address], 100);
      for (let i = 0; i < 5; i += 1) expect(await secrets.ask('beginAttempt', [key, address], 101)).toMatchObject({ allowed: false, retryAt: 1_100 });
      expect(await secrets.ask('beginAttempt', [key], 102)).toMatchObject({ allowed: true });
    });

    it('are forgiven by a success', async () => {
      const secrets = await place.open();
      for (let i = 0; i < 2; i += 1) await secrets.ask('beginAttempt', [key], 100);
      await secrets.ask('forgiveAttempts', [], [key.key]);
      for (let i = 0; i < 3; i += 1) expect(await secrets.ask('beginAttempt', [key], 101)).toMatchObject({ allowed: true });
    });
  });

  describe('one-time codes', () => {
    const code = { code: 'c1', account: 'a', purpose: 'reset', hash: Uint8Array.from([1, 2, 3]), until: 1_000 };

    it('work once', async () => {
      const secrets = await place.open();
      expect(await secrets.ask('keepCode', code, 0)).toBe(true);
      const uses = await Promise.all([1, 2, 3].map(() => secrets.ask('useCode', 'a', 'reset', code.hash, 10)));
      expect(uses.filter((used) => used === 'c1')).toHaveLength(1);
    });
    it('are not handed out twice', async () => {
      const secrets = await place.open();
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
      const secrets = await place.open();
      await secrets.ask('keepCode', code, 0);
      expect(await secrets.ask('useCode', account, purpose, hash, at)).toBeUndefined();
    });
    it('are replaced by a newer one', async () => {
      const secrets = await place.open();
      await secrets.ask('keepCode', code, 0);
      await secrets.ask('keepCode', { ...code, code: 'c2', hash: Uint8Array.from([7]) }, 0);
      expect(await secrets.ask('useCode', 'a', 'reset', code.hash, 10)).toBeUndefined();
      expect(await secrets.ask('useCode', 'a', 'reset', Uint8Array.from([7]), 10)).toBe('c2');
    });
  });

  describe('credentials', () => {
    it('are what was set last, one for each secret', async () => {
      const secrets = await place.open();
      expect(await secrets.ask('secretOf', 'a', 'pin')).toBeUndefined();
      await secrets.ask('setSecret', 'a', 'passphrase', 'one');
      await secrets.ask('setSecret', 'a', 'pin', 'two');
      await secrets.ask('setSecret', 'a', 'passphrase', 'three');
      expect([await secrets.ask('secretOf', 'a', 'passphrase'), await secrets.ask('secretOf', 'a', 'pin')]).toEqual(['three', 'two']);
    });
  });

  describe("a device's sequence", () => {
    const entry = (seq: number, hash: string, previous: string | null) => ({ device: 'd', seq, hash, previous });

    it('is followed in any order, and what does not fit is marked, the same at every repetition', async () => {
      const secrets = await place.open();
      const follow = (...of: Parameters<typeof entry>) => secrets.ask('followSequence', entry(...of));
      expect(await secrets.ask('lastSeqOf', 'd')).toBeUndefined();
      expect(await follow(1, 'h1', null)).toEqual([]);
      expect(await follow(3, 'h3', 'h2')).toEqual(['sequence-gap']);
      expect(await secrets.ask('missingBefore', 'd', 3)).toBe(1);
      expect(await follow(2, 'h2', 'h1')).toEqual(['sequence-late']);
      expect(await follow(2, 'h2', 'h1')).toEqual(['sequence-late']);
      expect(await secrets.ask('missingBefore', 'd', 3)).toBe(0);
      expect(await secrets.ask('missingBefore', 'other', 4)).toBe(3);
      expect(await follow(2, 'other', 'h1')).toEqual(['sequence-repeated']);
      expect(await follow(4, 'h4', 'forged')).toEqual(['sequence-forked']);
      expect(await secrets.ask('lastSeqOf', 'd')).toBe(4);
    });

    it('has entries that are to be marked, as they were found first, until that is done', async () => {
      const secrets = await place.open();
      const [second, first] = [
        { entry: 'e2', marked: '{"marks":["sequence-gap"]}', since: 200 },
        { entry: 'e1', marked: '{"marks":["bad-signature"]}', since: 100 },
      ];
      for (const each of [second, first]) expect(await secrets.ask('keepEntryToMark', each)).toBe(true);
      expect(await secrets.ask('keepEntryToMark', { ...first, marked: '{}', since: 300 })).toBe(false);
      await secrets.close();
      const again = await place.open();
      expect(await again.ask('entriesToMark')).toEqual([first, second]);
      await again.ask('forgetEntryToMark', 'e1');
      expect(await again.ask('entriesToMark')).toEqual([second]);
    });

    it('has a clock whose offset is the last one measured', async () => {
      const secrets = await place.open();
      expect(await secrets.ask('offsetOf', 'd')).toBeUndefined();
      await secrets.ask('keepOffset', 'd', 1_000);
      await secrets.ask('keepOffset', 'd', -2_000);
      expect(await secrets.ask('offsetOf', 'd')).toBe(-2_000);
    });
  });
}
