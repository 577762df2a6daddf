import { Hand } from '../hand.ts';
import { planBox } from '../plan-box.ts';
import type { World } from '../world.ts';

/** Single boxes: what they are to hold, and what became of them. */
export function boxJourneys(world: () => World): void {
  describe('a box', () => {
    it('is reported lost from its history without a network, and is unknown on the phone at once; what it held counts as lost', async () => {
      const hand = new Hand(await world().enter('dispatcher'));
      const { page } = hand;
      await page.goto('/gudang/boxes');
      // Which district is shown first depends on what other journeys have packed.
      await page.getByLabel('Kecamatan atau desa').selectOption('160120');
      await hand.tap(hand.link(/^160120\d{4}-002 Presiden/).first());
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
      await hand.text('Diambil dari lot').first().waitFor();
      await page.close();
    });

    it('is packed as it was planned, with what differs named before and after', async () => {
      const station = '1601141011-009';
      const hand = new Hand(await world().enter('dispatcher'));
      const { page } = hand;
      await page.goto('/gudang/boxes');
      await planBox(page, station);
      hand.spent();
      await hand.tap(hand.link('Isi menurut rencana'));
      await hand.tap(hand.link(new RegExp(`^TPS ${station} · Presiden`)));
      const ballots = page.getByRole('listitem').filter({ hasText: 'Surat suara Presiden' });
      await ballots.getByText('kurang 293').waitFor();
      await hand.tap(hand.button('Isi sesuai rencana'));
      await ballots.getByText('sesuai').waitFor();
      await page
        .getByLabel(/^Surat suara Presiden/)
        .first()
        .fill('290');
      await ballots.getByText('kurang 3').waitFor();
      await hand.tap(hand.radio(/^A-4/));
      await hand.tap(hand.button('Ambil dan kemas'));
      await page.getByText('Dikemas', { exact: true }).waitFor();
      await ballots.getByText('290 dari 293').waitFor();
      expect(hand.spent().taps).toBeLessThanOrEqual(5);
      await page.goto('/gudang/contents');
      await page.getByLabel('Kecamatan atau desa').getByRole('option', { name: 'Muara Jaya (160131)' }).waitFor({ state: 'attached' });
      const box = page.getByRole('listitem').filter({ has: hand.link(new RegExp(`^TPS ${station} · Presiden`)) });
      await box.getByText('kurang 3').waitFor();
      expect(await box.getByText('Tinta').count()).toBe(0);
      await hand.tap(hand.radio('Semua'));
      await box.getByText('Tinta').waitFor();
      await page.close();
    });
  });

  describe('what does not fit', () => {
    it('is explained in 4 taps without a network, stands as explained, and is counted apart', async () => {
      const hand = new Hand(await world().enter('dispatcher'));
      const { page } = hand;
      await page.goto('/gudang');
      await hand.tap(hand.link(/pertentangan belum dijelaskan/));
      const card = page.getByRole('listitem').filter({ hasText: 'Satu kotak di dua truk' });
      await card.getByRole('button', { name: 'Jelaskan' }).waitFor();
      await page.context().setOffline(true);
      await hand.tap(card.getByRole('button', { name: 'Jelaskan' }));
      await page.getByLabel('Bagaimana ini terjadi').fill('Label tertukar saat hujan; dipindah di Simpang Kemelak.');
      await hand.tap(hand.button('Catat penjelasan'));
      await card.getByText('Label tertukar saat hujan').waitFor();
      await hand.tap(hand.radio('Sudah dijelaskan 1'));
      await page.context().setOffline(false);
      await page.getByText(/menunggu jaringan/).waitFor({ state: 'hidden' });
      await card.getByText('oleh Petugas logistik').waitFor();
      expect(hand.spent().taps).toBeLessThanOrEqual(4);
      await hand.tap(hand.part('Papan'));
      await hand.link(/ · 1 dijelaskan/).waitFor();
      await page.close();
    });
  });
}
