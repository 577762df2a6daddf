import { Pool } from 'undici';
import { load, type LoadOptions } from './load.ts';

/** How long after the acknowledgement what was recorded could be asked for: who-is-inside, waiting for its position; sorted, ms. */
export async function visibilityLag(url: string, token: string, options: LoadOptions): Promise<readonly number[]> {
  const readers = new Pool(url, { connections: 8, pipelining: 1 });
  const lags: number[] = [];
  let admitted = 0;
  await load(url, token, {
    ...options,
    onRecorded: async ({ name, post, position }) => {
      if (name !== 'admit-guest' || admitted++ % 10 > 0) return;
      const acknowledged = performance.now();
      const { statusCode, body } = await readers.request({
        path: `/api/access/who-is-inside?post=${post}`,
        method: 'GET',
        headers: { authorization: `Bearer ${token}`, 'saksi-after': position },
      });
      await body.dump();
      if (statusCode === 200) lags.push(performance.now() - acknowledged);
    },
  });
  await readers.close();
  return lags.sort((a, b) => a - b);
}
