import { readFileSync } from 'node:fs';
import { readPdf } from '../../../libs/paper/src/testing/pdf.ts';
import { Hand } from '../hand.ts';
import type { World } from '../world.ts';

/** A dispatcher with a phone in the warehouse, and those who ask afterwards. */
export function warehouseJourneys(world: () => World): void {
  const spend = (hand: Hand, what: string): number => {
    const { taps, keys } = hand.spent();
    console.log(`${what}: ${taps} taps, ${keys} keys`);
    return taps;
  };

  describe('a dispatcher', () => {
    it('sees that what was received is somewhere, the surplus, and the facts behind a number', async () => {
      const hand = new Hand(await world().enter('dispatcher'));
      await hand.page.goto('/');
      await hand.tap(hand.part('Stok'));
      const president = hand.page.getByRole('listitem').filter({ has: hand.page.getByRole('heading', { name: 'Surat suara Presiden' }) });
      await president.getByText('276.881').waitFor();
      await president.getByText('lebih 1.000').waitFor();
      await hand.tap(president.getByRole('link', { name: /rusak/ }));
      await hand.text('Lot diperiksa').or(hand.text('Kerusakan dilaporkan')).first().waitFor();
      expect(spend(hand, 'the facts behind a number')).toBeLessThanOrEqual(2);
      await hand.page.close();
    });

    it('looks at a zone and records that all is well in 2 taps', async () => {
      const hand = new Hand(await world().enter('dispatcher'));
      await hand.page.goto('/gudang/zones');
      await hand.button('Periksa A-1').waitFor();
      hand.spent();
      await hand.tap(hand.button('Periksa A-1'));
      await hand.tap(hand.button('Catat: baik'));
      await hand.text('Keadaan A-1 tercatat.').waitFor();
      expect(spend(hand, 'a zone that is well')).toBeLessThanOrEqual(2);
      await hand.page.close();
    });

    it('receives a delivery, and reports damage to it without a network: the stock on the phone is less at once', async () => {
      const hand = new Hand(await world().enter('dispatcher'));
      const { page } = hand;
      await page.goto('/gudang/stock');
      await hand.tap(hand.button('Terima kiriman'));
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel('Barang').fill('Tinta');
      await sheet.getByLabel('Jumlah menurut hitungan').fill('120');
      await hand.tap(sheet.getByRole('radio', { name: /^S-1/ }));
      await sheet.getByLabel('Nomor surat jalan').fill('SJ-UJI-1');
      await sheet.getByLabel('Siapa yang mengantar').fill('Sopir Karangan');
      await sheet.getByLabel('Siapa yang menyaksikan').fill('Saksi Karangan');
      await hand.tap(sheet.getByRole('button', { name: 'Terima kiriman' }));
      await hand.text('Tinta diterima: 120.').waitFor();
      await hand.button('Tindakan: Tinta · SJ-UJI-1').waitFor();
      await page.context().setOffline(true);
      await hand.tap(hand.button('Tindakan: Tinta · SJ-UJI-1'));
      await hand.tap(hand.button('Laporkan kerusakan'));
      await hand.tap(hand.radio('air hujan'));
      await page.getByLabel('Berapa').fill('20');
      await hand.tap(sheet.getByRole('button', { name: 'Laporkan kerusakan' }));
      const lot = page.getByRole('listitem').filter({ has: hand.button('Tindakan: Tinta · SJ-UJI-1') });
      await lot.getByText('100', { exact: true }).waitFor();
      await page.context().setOffline(false);
      await page.getByText(/menunggu jaringan/).waitFor({ state: 'hidden' });
      await lot.getByText('100', { exact: true }).waitFor();
      spend(hand, 'a delivery, and damage to it');
      await page.close();
    });

    it('packs a box, seals it and plans the run that brings it', async () => {
      const hand = new Hand(await world().enter('dispatcher'));
      const { page } = hand;
      await page.goto('/gudang/pack');
      await page.getByLabel('Untuk TPS').fill('1601141011007');
      await page
        .getByLabel(/^Surat suara Presiden/)
        .first()
        .fill('200');
      await hand.tap(hand.radio(/^A-4/));
      await hand.tap(hand.button('Ambil dan kemas'));
      await hand.tap(hand.button('Segel kotak'));
      await page.getByLabel('Nomor segel yang dipasang').fill('UJI-0001 UJI-0002');
      await hand.tap(page.getByRole('dialog').getByRole('button', { name: 'Segel kotak' }));
      await hand.text('segel UJI-0001, UJI-0002').waitFor();
      await hand.tap(hand.part('Papan'));
      await hand.tap(hand.link('Rencanakan perjalanan'));
      await page.getByLabel('Kotak untuk kecamatan').selectOption('160114');
      await page.getByLabel('Pelat truk').fill('BG 9999 XX');
      await page.getByLabel('Nama sopir').fill('Sopir Karangan');
      await hand.tap(page.getByRole('group', { name: 'Pengawal' }).getByRole('checkbox').first());
      await hand.tap(hand.button('Rencanakan'));
      await page.getByRole('heading', { name: 'BG 9999 XX ke Kemelak Bindung Langit' }).waitFor();
      await hand.tap(hand.part('Papan'));
      await hand.link(/BG 9999 XX/).waitFor();
      expect(spend(hand, 'a box packed, sealed and planned')).toBeLessThanOrEqual(9);
      await page.goto('/gudang/plan');
      await page.getByLabel('Kotak untuk kecamatan').selectOption('160114');
      await hand.text(/^Semua \d+ kotak sudah direncanakan/).waitFor();
      await page.close();
    });

    it('scans a box of a station outside their area: it is told of the run, and nothing more is said of it', async () => {
      const hand = new Hand(await world().enter('dispatcher'));
      const { page } = hand;
      await page.goto('/gudang');
      await hand.tap(hand.link(/BG 9999 XX/));
      await hand.tap(hand.link('Muat truk'));
      await hand.text('0 dari 1').waitFor();
      const answer = page.waitForResponse('**/api/logistics/record-stray-box');
      await page.keyboard.type('https://saksi.example/gudang/box/1608011001-001/018c2207-0000-7000-8000-a10000000077');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText('TPS kotak ini di luar wilayah Anda. Dicatat bahwa kotak ini ada di sini.').waitFor();
      expect((await answer).status()).toBe(201);
      await page.close();
    });
  });

  describe('a dispatcher whose warehouse changes', () => {
    it('plans a requirement in 2 taps', async () => {
      const hand = new Hand(await world().enter('dispatcher'));
      const { page } = hand;
      await page.goto('/gudang/stock');
      await hand.tap(hand.button('Rencanakan kebutuhan'));
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel('Barang').fill('Bilik suara');
      await sheet.getByLabel('Berapa yang harus dikirim seluruhnya').fill('4321');
      await sheet.getByLabel('Keputusan atau perhitungan yang menjadi dasar').fill('Keputusan UJI-1');
      await hand.tap(sheet.getByRole('button', { name: 'Rencanakan kebutuhan' }));
      await hand.text('Kebutuhan Bilik suara: 4.321.').waitFor();
      expect(spend(hand, 'a requirement')).toBeLessThanOrEqual(2);
      await page.close();
    });

    it('adds a zone and puts a part of a lot apart there, without a network', async () => {
      const hand = new Hand(await world().enter('dispatcher'));
      const { page } = hand;
      await page.goto('/gudang/stock');
      await hand.button('Tindakan: Tinta · SJ-UJI-1').waitFor();
      await hand.tap(hand.part('Zona'));
      await hand.button('Tambah zona').waitFor();
      await page.context().setOffline(true);
      await hand.tap(hand.button('Tambah zona'));
      await page.getByLabel('Kode zona').fill('UJI-9');
      await page.getByLabel('Untuk apa zona ini').fill('Sisa tinta');
      await hand.tap(page.getByRole('dialog').getByRole('button', { name: 'Tambah zona' }));
      await page.getByRole('heading', { name: 'UJI-9 · Sisa tinta' }).waitFor();
      await hand.tap(hand.part('Stok'));
      await hand.tap(hand.button('Tindakan: Tinta · SJ-UJI-1'));
      await hand.tap(hand.button('Pisahkan sebagian'));
      await page.getByLabel('Berapa').fill('30');
      await hand.tap(hand.radio(/^UJI-9/));
      await hand.tap(page.getByRole('dialog').getByRole('button', { name: 'Pisahkan sebagian' }));
      const apart = page.getByRole('link', { name: 'Tinta 30', exact: true });
      await apart.waitFor();
      await page.context().setOffline(false);
      await page.getByText(/menunggu jaringan/).waitFor({ state: 'hidden' });
      await hand.tap(apart);
      await hand.text('UJI-9 · Sisa tinta').waitFor();
      expect(spend(hand, 'a zone, and a part of a lot put there')).toBeLessThanOrEqual(9);
      await page.close();
    });

    it('destroys surplus before three witnesses and prints the minutes', async () => {
      const hand = new Hand(await world().enter('dispatcher'));
      const { page } = hand;
      await page.goto('/gudang/stock');
      await hand.tap(hand.link('Pemusnahan'));
      await page.getByLabel('Nomor berita acara').fill('BA-UJI/1');
      await page
        .getByLabel(/^Surat suara Presiden/)
        .first()
        .fill('12');
      for (const institution of ['KPU', 'Bawaslu', 'Polri']) await page.getByLabel(`Saksi dari ${institution}`).fill(`Wakil ${institution} Karangan`);
      await hand.tap(hand.button('Catat pemusnahan'));
      await hand.text('Wakil Bawaslu Karangan').waitFor();
      await page.getByRole('listitem').filter({ hasText: 'Surat suara Presiden' }).getByText('12', { exact: true }).waitFor();
      const download = page.waitForEvent('download');
      await hand.tap(hand.link('Unduh PDF'));
      const { pages } = await readPdf(readFileSync(await (await download).path()));
      expect(pages.join(' ')).toContain('BA-UJI/1');
      await hand.tap(hand.link('Berita acara'));
      await page.getByRole('heading', { name: 'Berita acara pemusnahan', exact: true }).waitFor();
      await hand.button('Cetak').waitFor();
      await hand.text('Wakil Polri Karangan').first().waitFor();
      expect(spend(hand, 'a destruction with its minutes')).toBeLessThanOrEqual(4);
      await page.close();
    });
  });

  describe('an investigator', () => {
    it('asks in at most 3 clicks where every box was at a minute, as it was and as it was then known', async () => {
      const hand = new Hand(await world().enter('investigator', { size: 'desktop' }));
      await hand.page.goto('/');
      await hand.part('Kotak dan truk').waitFor();
      hand.spent();
      await hand.tap(hand.part('Kotak dan truk'));
      hand.taps++;
      await hand.page.getByLabel('Keadaan pada, waktu tepat').fill('2024-02-10T09:00');
      await hand.page
        .getByRole('region', { name: 'Letak kotak pada 09.00, yang kini diketahui' })
        .getByText(/^\d+ kotak$/)
        .waitFor();
      await hand.page
        .getByRole('region', { name: 'Letak kotak pada 09.00, yang diketahui pada 09.00' })
        .getByText(/^\d+ kotak$/)
        .waitFor();
      await hand.text('berbeda').first().waitFor();
      expect(spend(hand, 'where every box was')).toBeLessThanOrEqual(3);
      await hand.tap(hand.text(/^Kotak untuk Muara Jaya \(160131\)/));
      await hand.tap(hand.link(/160131\d{4}-001 Presiden/).first());
      await hand.text('Dikemas').waitFor();
      await hand.page.close();
    });
  });
}
