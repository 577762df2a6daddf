import { settableClock } from '#kernel';
import { Reach } from './reach.ts';

it('lets nobody wait longer than the patience since the server went away, whatever their own deadline', async () => {
  const [clock, closing] = [settableClock(1_000), new AbortController()];
  const reach = new Reach(() => new Promise(() => undefined), { clock, patience: 100, closed: closing.signal });
  reach.failed('Connection dropped');
  clock.set(1_090);
  expect(await reach.ready(Number.MAX_SAFE_INTEGER)).toBe(false);
  closing.abort();
});
