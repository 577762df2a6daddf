import { Hand } from '../hand.ts';
import { GuardPhone } from '../guard-phone.ts';
import { photograph, whereItWasTaken } from '../photograph.ts';
import type { World } from '../world.ts';

/** The card of a new guest, photographed with the phone at the gate. */
export function cardPhotoJourneys(world: () => World): void {
  describe('the card of a new guest', () => {
    let hand: Hand;
    let taken: Buffer;

    beforeAll(async () => {
      hand = new Hand(await world().enter('guard'));
      taken = await photograph(hand.page, 'noise');
      await hand.page.goto('/');
    });
    afterAll(() => hand.page.close());

    async function letIn(name: string, buffer: Buffer): Promise<void> {
      await hand.tap(hand.link(/^Masuk/));
      await hand.type(name);
      await hand.tap(hand.button('Tamu baru'));
      // The tap that opens the camera.
      hand.taps++;
      await hand.page.getByLabel('Foto kartu').setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer });
      await hand.page.getByAltText('Foto kartu yang baru diambil').waitFor();
      await hand.tap(hand.radio('Perbaikan'));
      await hand.tap(hand.button(/^Masuk/));
      await hand.text(`${name} masuk`).waitFor();
    }

    it('is photographed in at most 8 taps, made small on the phone, and seen by whoever asks', async () => {
      hand.spent();
      const sent = hand.page.waitForRequest((request) => request.url().endsWith('/access/photograph-card'));
      await letIn('Rukmini Saleh', taken);
      const { taps } = hand.spent();
      console.log(`a new guest with a photo of the card: ${taps} taps`);
      expect(taps).toBeLessThanOrEqual(8);
      const { cardPhoto } = (await sent).postDataJSON() as { cardPhoto: { value: string } };
      const jpeg = Buffer.from(cardPhoto.value, 'base64');
      expect([taken.includes(whereItWasTaken), jpeg.includes('Exif'), jpeg.includes(whereItWasTaken)]).toEqual([true, false, false]);
      expect(jpeg.length).toBeLessThanOrEqual(98_304);
      await hand.tap(hand.link(/Rukmini Saleh/));
      await hand.tap(hand.button('Lihat foto kartu'));
      const picture = hand.page.getByAltText('Foto kartu Rukmini Saleh');
      await picture.waitFor();
      const width = await hand.page.evaluate<number>(
        `document.querySelector('img.whole').decode().then(() => document.querySelector('img.whole').naturalWidth)`,
      );
      expect(width).toBeGreaterThan(300);
      await hand.page.goto('/');
    });

    it('is no picture: the guard is told, and lets the guest in without one', async () => {
      await hand.tap(hand.link(/^Masuk/));
      await hand.type('Sanusi Karim');
      await hand.tap(hand.button('Tamu baru'));
      await hand.page.getByLabel('Foto kartu').setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg/>') });
      await hand.text(/bukan gambar yang dapat dibaca/).waitFor();
      await hand.page.goto('/');
    });

    it('waits on a phone without a network, sealed, and is there when it comes back', async () => {
      const onTable = await photograph(hand.page, 'table');
      await hand.page.goto('/');
      await hand.link(/^Masuk/).waitFor();
      await hand.page.context().setOffline(true);
      await letIn('Darmawi Yusuf', onTable);
      await hand.page.getByText(/^3 catatan/).waitFor();
      // The visit shows the photo that waits, without a network.
      await hand.tap(hand.link(/Darmawi Yusuf/));
      await hand.tap(hand.button('Lihat foto kartu'));
      await hand.page.getByAltText('Foto kartu Darmawi Yusuf').waitFor();
      await hand.tap(hand.page.getByRole('dialog').getByRole('button', { name: 'Tutup' }));
      await hand.page.goto('/');
      await hand.page.context().setOffline(false);
      await new GuardPhone(hand.page).everythingSent();
      await hand.tap(hand.link(/Darmawi Yusuf/));
      await hand.tap(hand.button('Lihat foto kartu'));
      await hand.page.getByAltText('Foto kartu Darmawi Yusuf').waitFor();
    });
  });
}
