import { inStep } from './clock-in-step.ts';

const tolerance = 1_000;
const now = Date.parse('2024-02-14T07:00:00+07:00');

/** What is said when the database's clock is `sharedClock` and its answer took 400 ms. */
function said(sharedClock: number | undefined): Promise<true | string> {
  let time = now;
  const status = () => {
    time += 400;
    return Promise.resolve(sharedClock === undefined ? {} : { sharedClock });
  };
  return inStep({ status }, tolerance, { now: () => time });
}

describe('the clock of a server that shares its vault with others', () => {
  it.each([
    ['is as it should be', now + 200],
    ['is as far ahead as it may be', now - tolerance],
    ['is as far behind as it may be, after an answer that took its time', now + 400 + tolerance],
  ])('%s: ready', async (_, sharedClock) => {
    expect(await said(sharedClock)).toBe(true);
  });

  it('is ahead or behind by more: not ready, and says by how much', async () => {
    expect(await said(now - tolerance - 500)).toMatch(/at least 1\.5 s ahead of that of the database/);
    expect(await said(now + 400 + tolerance + 1_200)).toMatch(/at least 2\.2 s behind that of the database/);
  });

  it('is compared with nobody where the vault is on this machine', async () => {
    expect(await said(undefined)).toBe(true);
  });
});
