import { Hand } from '../hand.ts';
import type { World } from '../world.ts';

/** Single boxes: what they are to hold, and what became of them. */
export function boxJourneys(world: () => World): void {
  describe('a box', () => {
    it('is reported lost from its history without a network, and is unknown on the phone at once; what it held counts as lost', async () => {
      const hand = new Hand(await world().enter('dispatcher'));
      const { page } = hand;
      await page.goto('/gudang/boxes');
      await hand.tap(hand.link(/^\d{10}-002 Presiden/).first());
      await hand.text('Diserahkan ke TPS').waitFor();
      await page.context().setOffline(true);
      await hand.tap(hand.button(/^Laporkan hilang/));
      const sheet = page.getByRole('dialog');
      await sheet.getByText('di TPS').waitFor();
      await sheet.getByLabel('Terakhir dilihat di mana').fill('Di meja KPPS');
      await sheet.getByLabel('Dalam keadaan apa').fill('Pintu TPS terbuka, kotak tidak ada.');
      await hand.tap(sheet.getByRole('button', { name: 'Laporkan hilang' }));
      await page.getByRole('main').getByText('hilang, tidak ada yang tahu di mana').waitFor();
      const entry = page.getByRole('listitem').filter({ hasText: 'Kotak dilaporkan hilang' });
      await entry.getByText('Pintu TPS terbuka, kotak tidak ada.').waitFor();
      await page.context().setOffline(false);
      await page.getByText(/menunggu jaringan/).waitFor({ state: 'hidden' });
      await entry.getByText('Terakhir dilihat: Di meja KPPS').waitFor();
      expect(hand.spent().taps).toBeLessThanOrEqual(3);
      await page.goto('/gudang/stock');
      const president = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Surat suara Presiden' }) });
      await hand.tap(president.getByRole('link', { name: /hilang$/ }));
      await hand.text('Kotak dilaporkan hilang').waitFor();
      await page.close();
    });
  });
}
