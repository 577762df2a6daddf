import { HashingBusy } from './errors.ts';
import { createHashing } from './hashing.ts';

const weak = { memory: 64, passes: 1 };

describe('hashing', () => {
  it('is argon2id, by default with 19 MiB and two passes', async () => {
    const hashing = await createHashing();
    expect(await hashing.hash('tujuh ikan')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('never makes the same hash twice', async () => {
    const hashing = await createHashing(weak);
    expect(await hashing.hash('tujuh ikan')).not.toBe(await hashing.hash('tujuh ikan'));
  });

  it('knows what fits', async () => {
    const hashing = await createHashing(weak);
    const phc = await hashing.hash('tujuh ikan');
    expect(await hashing.fits(phc, 'tujuh ikan')).toBe(true);
    expect(await hashing.fits(phc, 'tujuh Ikan')).toBe(false);
    expect(await hashing.fits(undefined, 'tujuh ikan')).toBe(false);
  });

  it('takes the same text however a keyboard composes it', async () => {
    const hashing = await createHashing(weak);
    expect(await hashing.fits(await hashing.hash('caf\u00e9 \ufb01sh'), 'cafe\u0301 fish')).toBe(true);
  });

  it('sees that a hash was made with other parameters', async () => {
    const [before, now] = [await createHashing(weak), await createHashing({ memory: 128, passes: 2 })];
    expect(now.isOutdated(await before.hash('x'))).toBe(true);
    expect(now.isOutdated(await now.hash('x'))).toBe(false);
    expect(await now.fits(await before.hash('x'), 'x')).toBe(true);
  });

  it('takes a bounded number at once, and goes on afterwards', async () => {
    const hashing = await createHashing({ ...weak, atOnce: 1, waiting: 2 });
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => hashing.hash('x')));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason instanceof HashingBusy] : []))).toEqual([true, true]);
    await expect(hashing.hash('x')).resolves.toBeDefined();
  });
});
