import type { Page } from 'playwright-core';
import { uuidv7 } from '#kernel';

/** Whoever is signed in on the page plans what the box of a station is to hold; what is planned so already stays. */
export async function planBox(page: Page, station: string): Promise<void> {
  const contents = [
    { item: 'ballot-president', quantity: 293 },
    { item: 'ink', quantity: 2 },
  ];
  const me = (await (await page.request.get('/api/identity/me')).json()) as { readonly csrf: string };
  const answer = await page.request.post('/api/logistics/plan-box', {
    headers: { 'Idempotency-Key': uuidv7(Date.now()), 'Saksi-Csrf': me.csrf },
    data: { station, contest: 'president', contents },
  });
  if (![201, 409].includes(answer.status())) throw new Error(`plan-box is answered with ${answer.status()}: ${await answer.text()}`);
}
