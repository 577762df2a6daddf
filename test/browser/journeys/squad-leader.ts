import type { Page } from 'playwright-core';
import { GuardPhone } from '../guard-phone.ts';
import { Hand } from '../hand.ts';
import type { World } from '../world.ts';

/** One guest who was reported as two is one again. */
export function mergingJourney(world: () => World): void {
  it('a squad leader says that two guests are one person, and how that is known', async () => {
    const hand = new Hand(await world().enter('squad-leader'));
    await hand.page.goto('/');
    await hand.tap(hand.link(/Tamu Langsung/));
    await hand.tap(hand.button('Orang yang sama'));
    await hand.page.getByLabel('Tamu yang sudah tercatat').fill('nur');
    await hand.tap(hand.page.getByRole('dialog').getByRole('button', { name: /Nurhayati/ }));
    await hand.tap(hand.radio('kata orangnya sendiri'));
    await hand.tap(hand.button('Gabungkan'));
    await hand.text(/^Tamu Langsung dan Nurhayati.* kini satu orang\./).waitFor();
    await hand.page.close();
  });
}

/** What was written by hand, copied line by line. */
export function paperJourney(world: () => World): void {
  it('a page of paper is copied, and each of its lines stands as testimony from paper', async () => {
    const hand = new Hand(await world().enter('squad-leader'));
    const { page } = hand;
    await page.goto('/');
    await hand.tap(hand.part('Lembar jaga'));
    await hand.tap(hand.link('Salin halaman kertas'));
    await page.getByLabel('Foto halaman').setInputFiles({ name: 'halaman.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a page of paper') });
    await hand.text(/Sidik SHA-256/).waitFor();
    await page.getByLabel('Ditulis oleh').selectOption({ label: 'Iwan Setiabudi' });
    await page.getByLabel('Halaman mulai').fill('2023-12-01T05:10');
    await page.getByLabel('Halaman berakhir').fill('2023-12-01T05:40');
    const line = (number: number) => page.getByRole('group', { name: `Baris ${number}` });
    await line(1).getByLabel('Pukul').fill('05:12');
    await line(1).getByLabel('Nama').fill('Tamu Kertas');
    await line(1).getByLabel('Kartu yang ditunjukkan').selectOption('ktp');
    await line(1).getByLabel('Keperluan').fill('Mengantar sarapan');
    await hand.tap(hand.button('Tambah baris'));
    await line(2).getByLabel('Pukul').fill('05:15');
    await line(2).getByLabel('Apa yang terjadi').selectOption({ label: 'Ditolak' });
    await line(2).getByLabel('Siapa').selectOption({ label: 'Tamu Kertas' });
    await line(2).getByLabel('Alasan').selectOption({ label: 'penuh' });
    await hand.tap(hand.button('Catat halaman ini'));
    await hand.text('Halaman kertas disalin.').waitFor();
    // Back at the sheet; of the night, where another shift runs by now.
    await hand.button('Cetak').waitFor();
    const which = page.getByRole('combobox');
    if ((await which.count()) > 0) await which.selectOption({ label: 'Kam, 30 Nov 2023 18.00' });
    const line1 = page.getByRole('listitem').filter({ hasText: 'Melapor Tamu Kertas' });
    await line1.getByText('dari buku kertas').waitFor();
    await page.close();
  });
}

/** A squad leader decides on what came from phones with something wrong. */
export function squadLeaderJourneys(world: () => World): void {
  describe('what came from phones with something wrong', () => {
    let guard: Page;
    let phone: GuardPhone;
    let hand: Hand;
    let doors: string;

    beforeAll(async () => {
      // A profile of its own, in which no phone is enrolled.
      guard = await world().enter('guard', { mode: 'dark' });
      phone = new GuardPhone(guard);
      hand = new Hand(await world().enter('squad-leader'));
      await guard.goto('/');
      await guard.getByRole('navigation').getByRole('link', { name: 'Pintu' }).click();
      await guard.getByRole('button', { name: 'Kunci G-A' }).waitFor();
      doors = guard.url();
    });
    afterAll(() => Promise.all([guard.close(), hand.page.close()]));

    const turnWithoutNetwork = async (): Promise<void> => {
      await guard.goto(doors);
      await guard.getByRole('button', { name: /unci G-A/ }).waitFor();
      await guard.context().setOffline(true);
      await phone.turn('G-A');
      await phone.somethingWaits();
      await guard.context().setOffline(false);
      await phone.everythingSent();
    };

    const toMarked = async (): Promise<void> => {
      await hand.page.goto('/');
      await hand.tap(hand.part('Regu'));
      await hand.tap(hand.link(/Entri bertanda/));
      await hand.page.getByRole('heading', { name: 'Perlu keputusan' }).waitFor();
    };

    it('is shown with its mark when the phone is not enrolled', async () => {
      await turnWithoutNetwork();
      await toMarked();
      // Other phones' marked entries may stand above it.
      const card = hand.page.getByRole('article').filter({ hasText: 'tercatat, bertanda' }).filter({ hasText: 'Pintu dikunci' }).first();
      await card.waitFor();
      await card.getByText('Ponselnya tidak terdaftar atas nama penulisnya.').waitFor();
    });

    it('waits for a decision, and says so at home, when the phone was revoked', async () => {
      await hand.page.goto('/');
      await hand.tap(hand.part('Regu'));
      await hand.tap(hand.link(/Anggota dan gawai/));
      await hand.tap(hand.button('Kode gawai untuk guard'));
      const code = await hand.page.getByRole('dialog').locator('.count').textContent();
      await phone.enrol(world().url, code?.trim() ?? '');
      await hand.tap(hand.page.getByRole('dialog').getByRole('button', { name: 'Tutup' }));
      await hand.page
        .getByRole('button', { name: /^Cabut gawai/ })
        .first()
        .click();
      await hand.tap(hand.page.getByRole('dialog').getByRole('button', { name: 'Cabut', exact: true }));
      await hand
        .text(/dicabut\./)
        .first()
        .waitFor();
      for (let entry = 0; entry < 3; entry++) await turnWithoutNetwork();
      await hand.page.goto('/');
      await hand.tap(hand.link('3 entri ponsel menunggu keputusan Anda'));
      const revoked = hand.page.getByRole('article').filter({ hasText: 'Ponselnya sudah dicabut.' });
      await revoked.nth(2).waitFor();
      expect(await revoked.count()).toBe(3);
    });

    it('is taken up in 3 taps from home, on the word of the squad leader', async () => {
      await hand.page.goto('/');
      hand.spent();
      await hand.tap(hand.link(/entri ponsel menunggu/));
      await hand.tap(hand.button(/^Terima entri/).first());
      await hand.tap(hand.button('Terima atas tanggung jawab saya'));
      await hand.page.getByText('diterima dan tercatat').waitFor();
      const { taps } = hand.spent();
      console.log(`accepting an entry: ${taps} taps`);
      expect(taps).toBeLessThanOrEqual(3);
    });

    it('is decided on without a network, too, and not asked about again', async () => {
      await toMarked();
      const apart = hand.page.getByRole('article').filter({ hasText: 'dipisahkan' });
      await apart.nth(1).waitFor();
      await hand.page.context().setOffline(true);
      await hand.tap(hand.button(/^Jangan catat entri/).first());
      await hand.tap(hand.radio('bukan dari penulisnya'));
      await hand.tap(hand.button('Jangan catat entri ini'));
      await apart.nth(1).waitFor({ state: 'detached' });
      expect(await apart.count()).toBe(1);
      await hand.page.context().setOffline(false);
      await new GuardPhone(hand.page).everythingSent();
      await hand.page.goto('/');
      await toMarked();
      await hand.page.getByRole('article').filter({ hasText: 'bukan dari penulisnya' }).waitFor();
    });
  });
}
