import { Hand } from '../hand.ts';
import type { World } from '../world.ts';

/** A guard's night, in order: each journey goes on from where the one before ended. */
export function guardJourneys(world: () => World): void {
  describe('a guard, with a thumb', () => {
    let hand: Hand;
    const recorded = () => hand.page.getByRole('status').filter({ hasText: 'Tercatat.' });
    const spend = (what: string): { readonly taps: number; readonly keys: number } => {
      const spent = hand.spent();
      console.log(`${what}: ${spent.taps} taps, ${spent.keys} keys`);
      return spent;
    };

    beforeAll(async () => {
      hand = new Hand(await world().enter('guard'));
    });
    beforeEach(async () => {
      await hand.page.goto('/');
      await hand.page.getByRole('heading', { name: 'Di dalam sekarang' }).waitFor();
      hand.spent();
    });
    afterAll(() => hand.page.close());

    it('starts the watch', async () => {
      await hand.tap(hand.link(/Belum ada yang berjaga/));
      await hand.tap(hand.button('Mulai jaga'));
      await recorded().waitFor();
      await hand.text(/Jaga sejak/).waitFor();
      spend('starting the watch');
    });

    it('lets in a known guest in at most 4 taps and 3 keys', async () => {
      await hand.tap(hand.link(/^Masuk/));
      await hand.type('nur');
      await hand.tap(hand.button(/Nurhayati/));
      await hand.tap(hand.radio('Pengawasan'));
      await hand.tap(hand.button('Masuk'));
      await hand.text(/Nurhayati.* masuk, kartu T-\d+\./).waitFor();
      const { taps, keys } = spend('a known guest');
      expect(taps).toBeLessThanOrEqual(4);
      expect(keys).toBeLessThanOrEqual(3);
      await hand.page.getByRole('link', { name: /Nurhayati/ }).waitFor();
    });

    it('lets in a new guest in at most 8 taps', async () => {
      await hand.tap(hand.link(/^Masuk/));
      await hand.type('Zulkifli Anwar');
      await hand.tap(hand.button('Tamu baru'));
      await hand.tap(hand.radio('SIM'));
      await hand.tap(hand.page.getByLabel('Nomor kartu', { exact: true }));
      await hand.type('991');
      await hand.tap(hand.radio('Perbaikan'));
      await hand.tap(hand.button('Masuk'));
      await hand.text(/Zulkifli Anwar masuk/).waitFor();
      expect(spend('a new guest').taps).toBeLessThanOrEqual(8);
    });

    it('checks a guest out in 2 taps', async () => {
      await hand.tap(hand.link(/^Keluar/));
      await hand.tap(hand.button(/Zulkifli/));
      await hand.text('Zulkifli Anwar keluar.').waitFor();
      expect(spend('a guest leaves').taps).toBeLessThanOrEqual(2);
    });

    it('keeps out a guest on the watchlist, and may turn them away', async () => {
      await hand.tap(hand.link(/^Masuk/));
      await hand.type('uja');
      await hand.tap(hand.button(/Ujang/));
      await hand.text(/panggil komandan regu/).waitFor();
      await hand.tap(hand.button('Masuk'));
      await hand.text('Ujang Sasmita ada di daftar pantau.').waitFor();
      await hand.tap(hand.button('Tolak tamu'));
      await hand.tap(hand.page.getByRole('dialog').getByRole('button', { name: 'Tolak tamu' }));
      await hand.text('Ujang Sasmita ditolak.').waitFor();
      spend('a hit on the watchlist');
    });

    it('corrects a visit, the old beside the new', async () => {
      await hand.tap(hand.link(/Nurhayati/));
      await hand.tap(hand.button('Koreksi'));
      const sheet = hand.page.getByRole('dialog');
      await sheet.getByLabel('Yang salah').selectOption('badge');
      await sheet.getByLabel('Seharusnya').fill('T-77');
      await sheet.getByLabel('Mengapa').fill('salah baca');
      await sheet.getByRole('button', { name: 'Catat koreksi' }).click();
      await hand.page.getByText('tadinya').waitFor();
    });

    it('locks a door in 3 taps and opens it again', async () => {
      await hand.tap(hand.part('Pintu'));
      await hand.tap(hand.button('Kunci G-A'));
      await hand.tap(hand.radio('kejadian'));
      await hand.text('G-A dikunci.').waitFor();
      expect(spend('locking a door').taps).toBeLessThanOrEqual(3);
      await hand.tap(hand.button('Buka kunci G-A'));
      await hand.tap(hand.page.getByRole('dialog').getByRole('button', { name: 'Buka kunci' }));
      await hand.text('G-A dibuka.').waitFor();
    });

    it('knows in one gesture who is inside', async () => {
      const fire = hand.button(/Kebakaran/);
      const box = await fire.boundingBox();
      if (!box) throw new Error('There is no place to hold.');
      await hand.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      hand.taps++;
      await hand.page.mouse.down();
      await hand.page.getByRole('heading', { name: 'Apel darurat' }).waitFor();
      await hand.page.mouse.up();
      await hand.button(/Nurhayati.* selamat/).waitFor();
      expect(spend('fire').taps).toBe(1);
    });

    it('counts up as people are found', async () => {
      await hand.tap(hand.link(/Apel darurat berlangsung/));
      // Of those of the night nobody is looked for any more: it is some weeks ago.
      await hand.tap(hand.button(/Lainnya: Nurhayati/));
      await hand.tap(hand.button('sudah keluar sebelumnya'));
      await hand.text('Semua sudah ditemukan.').waitFor();
    });

    it('hands the watch over with everybody acknowledged, and is shown the difference before', async () => {
      await hand.tap(hand.part('Serah terima'));
      await hand.tap(hand.tick('Iwan Setiabudi'));
      await hand.tap(hand.button('Serahkan jaga'));
      await hand.text('Tercatat di dalam, tidak Anda akui').waitFor();
      await hand.tap(hand.tick(/Nurhayati/));
      await hand.tap(hand.button('Serahkan jaga'));
      await hand.text('Jaga diserahterimakan.').waitFor();
      spend('handing over');
    });

    it('reads the sheet of the shift', async () => {
      await hand.tap(hand.part('Lembar jaga'));
      await hand.text('Serah terima jaga').first().waitFor();
    });
  });
}
