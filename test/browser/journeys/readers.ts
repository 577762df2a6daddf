import { Hand } from '../hand.ts';
import type { World } from '../world.ts';

/** An investigator at a large screen, a squad leader with a phone, an administrator. */
export function readersJourneys(world: () => World): void {
  const spend = (hand: Hand, what: string): { readonly taps: number; readonly keys: number } => {
    const spent = hand.spent();
    console.log(`${what}: ${spent.taps} clicks, ${spent.keys} keys`);
    return spent;
  };

  describe('an investigator', () => {
    it('asks in at most 3 clicks who was inside at 02:13, as it was and as it was then known', async () => {
      const hand = new Hand(await world().enter('investigator', { size: 'desktop' }));
      await hand.page.goto('/');
      await hand.page.getByRole('heading', { name: /yang kini diketahui/ }).waitFor();
      hand.spent();
      const exactly = hand.page.getByLabel('Keadaan pada, waktu tepat');
      hand.taps++;
      await exactly.fill('2023-12-01T02:13');
      const now = hand.page.getByRole('region', { name: 'Di dalam pada 02.13, yang kini diketahui' });
      const then = hand.page.getByRole('region', { name: 'Di dalam pada 02.13, yang diketahui pada 02.13' });
      await now.getByText('7', { exact: true }).waitFor();
      await then.getByText('6', { exact: true }).waitFor();
      expect(await now.getByText('saat itu belum diketahui').count()).toBe(1);
      expect(spend(hand, 'who was inside at 02:13').taps).toBeLessThanOrEqual(3);
      await hand.text('belum diketahui saat itu').first().waitFor();
      await hand.page.close();
    });

    it('moves the sliders by keyboard', async () => {
      const { page } = new Hand(await world().enter('investigator', { size: 'desktop' }));
      await page.goto('/rewind');
      await page.getByLabel('Malam').selectOption({ label: 'Kam, 30 Nov 2023 18.00' });
      const slider = page.getByRole('slider', { name: 'Keadaan pada' });
      await slider.focus();
      await page.keyboard.press('Home');
      await page.getByRole('heading', { name: /Di dalam pada 18\.00, yang kini diketahui/ }).waitFor();
      await page.close();
    });
  });

  describe('a squad leader', () => {
    it('lets in a guest on the watchlist on their own responsibility', async () => {
      const hand = new Hand(await world().enter('squad-leader'));
      await hand.page.goto('/');
      await hand.tap(hand.link(/^Masuk/));
      await hand.type('uja');
      await hand.tap(hand.button(/Ujang/));
      await hand.tap(hand.button('Masuk'));
      await hand.page.getByLabel('Mengapa tetap diizinkan').fill('Diantar Panwas, tas diperiksa');
      await hand.tap(hand.button('Izinkan, saya bertanggung jawab'));
      await hand.text(/Ujang Sasmita masuk, kartu/).waitFor();
      spend(hand, 'an override');
      await hand.page.close();
    });

    it('puts somebody on the watchlist and takes them off again', async () => {
      const hand = new Hand(await world().enter('squad-leader'));
      await hand.page.goto('/');
      await hand.tap(hand.part('Regu'));
      await hand.tap(hand.link(/Daftar pantau/));
      await hand.tap(hand.button('Tambah ke daftar pantau'));
      await hand.page.getByLabel('Nama').fill('Orang Karangan');
      await hand.tap(hand.radio('penyamaran').or(hand.radio('menyamar')));
      await hand.page.getByRole('dialog').getByRole('button', { name: 'Tambah ke daftar pantau' }).click();
      await hand.text('Orang Karangan masuk daftar pantau.').waitFor();
      await hand.tap(hand.button('Hapus Orang Karangan dari daftar pantau'));
      await hand.tap(hand.radio('salah catat'));
      await hand.text('Orang Karangan dihapus dari daftar pantau.').waitFor();
      await hand.page.close();
    });

    it('explains what does not fit, which stands on as explained', async () => {
      const hand = new Hand(await world().enter('squad-leader'));
      await hand.page.goto('/');
      await hand.tap(hand.part('Regu'));
      await hand.tap(hand.link(/Pertentangan/));
      const doubt = hand.page.getByRole('listitem').filter({ has: hand.page.getByText('Masuk lewat pintu terkunci') });
      await hand.tap(doubt.getByRole('button', { name: 'Jelaskan' }));
      await hand.page.getByLabel('Bagaimana ini terjadi, dan dari mana diketahui').fill('Kunci diputar sesudah tamu lewat; lembar jaga ditulis kemudian.');
      await hand.tap(hand.button('Catat penjelasan'));
      await doubt.getByText('Kunci diputar sesudah tamu lewat').waitFor();
      await hand.tap(hand.radio(/^Sudah dijelaskan/));
      await doubt.getByText('Kunci diputar sesudah tamu lewat').waitFor();
      await hand.page.close();
    });

    it('gives out a code for a phone, once, with a QR code', async () => {
      const hand = new Hand(await world().enter('squad-leader'));
      await hand.page.goto('/');
      await hand.tap(hand.part('Regu'));
      await hand.tap(hand.link(/Anggota dan gawai/));
      await hand.tap(hand.button('Kode gawai untuk guard'));
      await hand.page.getByRole('img', { name: 'Kode QR' }).waitFor();
      await hand.page.close();
    });
  });

  describe('an administrator', () => {
    it('opens an account and grants it a role', async () => {
      const hand = new Hand(await world().enter('admin', { size: 'desktop' }));
      await hand.page.goto('/');
      await hand.tap(hand.button('Buka akun'));
      await hand.page.getByLabel('Nama akun').fill('jaga-99');
      await hand.page.getByRole('dialog').getByRole('button', { name: 'Buka akun' }).click();
      await hand.tap(hand.link(/jaga-99/));
      await hand.tap(hand.button('Beri peran'));
      await hand.page.getByLabel('Di pos').selectOption({ index: 1 });
      await hand.page.getByRole('dialog').getByRole('button', { name: 'Beri peran' }).click();
      await hand.text('Peran Petugas jaga diberikan.').waitFor();
      await hand.button('Akhiri peran Petugas jaga').waitFor();
      await hand.page.close();
    });

    it('has views made anew, and sees how far it is', async () => {
      const hand = new Hand(await world().enter('admin', { size: 'desktop' }));
      await hand.page.goto('/admin/views');
      const answered = hand.page.waitForResponse((response) => response.url().endsWith('/rebuild-views'));
      await hand.tap(hand.button('Bangun ulang access'));
      expect((await answered).status()).toBe(202);
      await hand.text('terkini').first().waitFor();
      await hand.page.close();
    });
  });

  it('sees a change without asking again, wherever it was recorded', async () => {
    const [reader, leader] = [await world().enter('guard'), await world().enter('squad-leader')];
    await reader.goto('/');
    await reader.getByText('tersambung').waitFor();
    await leader.goto('/');
    await leader.getByRole('link', { name: /^Masuk/ }).click();
    await leader.getByRole('button', { name: 'Tamu baru' }).click();
    await leader.getByLabel('Nama', { exact: true }).fill('Tamu Langsung');
    await leader.getByRole('radio', { name: 'Bertemu petugas' }).click();
    await leader.getByRole('button', { name: /^Masuk/ }).click();
    await reader.getByRole('link', { name: /Tamu Langsung/ }).waitFor();
    await Promise.all([reader.close(), leader.close()]);
  });
  it('is told when a screen fails, and goes on from there', async () => {
    const page = await world().enter('dispatcher');
    await page.addInitScript(`if (location.pathname !== '/') Intl.DateTimeFormat = function () { throw new Error('broken'); };`);
    await page.goto('/places');
    await page.getByRole('heading', { name: 'Layar ini gagal' }).waitFor();
    await page.getByRole('button', { name: 'Mulai lagi' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Papan' }).waitFor();
    await page.close();
  });
}
