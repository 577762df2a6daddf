import { createHash } from 'node:crypto';
import { GuardPhone } from '../guard-phone.ts';
import { Hand } from '../hand.ts';
import { photograph, whereItWasTaken } from '../photograph.ts';
import type { World } from '../world.ts';

/** A zone of the warehouse, photographed while somebody looks at it. */
export function zonePhotoJourneys(world: () => World): void {
  describe('a zone of the warehouse', () => {
    let hand: Hand;
    let taken: Buffer;
    let onTable: Buffer;

    beforeAll(async () => {
      hand = new Hand(await world().enter('dispatcher'));
      [taken, onTable] = [await photograph(hand.page, 'noise'), await photograph(hand.page, 'table')];
      await hand.page.goto('/gudang/zones');
      await hand.button('Periksa S-1').waitFor();
    });
    afterAll(() => hand.page.close());

    const zone = (code: string) => hand.page.getByRole('listitem').filter({ has: hand.button(`Periksa ${code}`) });

    async function choose(buffer: Buffer): Promise<void> {
      // The tap that opens the camera.
      hand.taps++;
      await hand.page.getByLabel('Foto zona').setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer });
    }

    async function look(code: string, ...pictures: readonly Buffer[]): Promise<void> {
      await hand.tap(hand.button(`Periksa ${code}`));
      for (const [index, picture] of pictures.entries()) {
        await choose(picture);
        await hand.page.getByAltText(`Foto ${index + 1} yang baru diambil`).waitFor();
      }
      await hand.tap(hand.button('Catat: baik'));
      await hand.text(`Keadaan ${code} tercatat.`).waitFor();
    }

    it('is photographed in one tap more, the picture made small on the phone, and seen by whoever asks', async () => {
      hand.spent();
      const [checked, sent] = ['record-condition-check', 'photograph-zone'].map((command) =>
        hand.page.waitForRequest((request) => request.url().endsWith(`/logistics/${command}`)),
      );
      await look('S-1', taken);
      const { taps } = hand.spent();
      console.log(`a zone that is well, with a photo: ${taps} taps`);
      expect(taps).toBeLessThanOrEqual(3);
      const { photos } = ((await checked)?.postDataJSON() ?? {}) as { photos: readonly string[] };
      const { zonePhoto } = ((await sent)?.postDataJSON() ?? {}) as { zonePhoto: { value: string } };
      const jpeg = Buffer.from(zonePhoto.value, 'base64');
      expect([taken.includes(whereItWasTaken), jpeg.includes('Exif'), jpeg.includes(whereItWasTaken)]).toEqual([true, false, false]);
      expect(jpeg.length).toBeLessThanOrEqual(98_304);
      expect(photos).toEqual([createHash('sha256').update(jpeg).digest('hex')]);
      await hand.tap(zone('S-1').getByRole('button', { name: 'Lihat foto 1' }));
      await hand.page.getByAltText('Foto S-1').waitFor();
      await hand.text(/Sama dengan yang disebut pemeriksaan/).waitFor();
      await hand.tap(hand.page.getByRole('dialog').getByRole('button', { name: 'Tutup' }));
    });

    it('has several photos of one look, each of which comes', async () => {
      await look('A-4', onTable, taken);
      await zone('A-4').getByRole('button', { name: 'Lihat foto 1' }).waitFor();
      await hand.tap(zone('A-4').getByRole('button', { name: 'Lihat foto 2' }));
      await hand.page.getByAltText('Foto A-4').waitFor();
      await hand.text(/Sama dengan yang disebut pemeriksaan/).waitFor();
      await hand.tap(hand.page.getByRole('dialog').getByRole('button', { name: 'Tutup' }));
    });

    it('is recorded without a photo when the file is no picture, and says so', async () => {
      await hand.tap(hand.button('Periksa B-1'));
      await choose(Buffer.from('<svg/>'));
      await hand.text(/bukan gambar yang dapat dibaca/).waitFor();
      const sent = hand.page.waitForRequest((request) => request.url().endsWith('/logistics/record-condition-check'));
      await hand.tap(hand.button('Catat: baik'));
      await hand.text('Keadaan B-1 tercatat.').waitFor();
      expect((await sent).postDataJSON()).toMatchObject({ photos: [] });
    });

    it('is photographed without a network: the phone shows its own picture, and sends it after the check', async () => {
      await hand.page.context().setOffline(true);
      await look('A-2', onTable);
      await new GuardPhone(hand.page).saysWaiting(2);
      await hand.tap(zone('A-2').getByRole('button', { name: 'Lihat foto 1' }));
      await hand.page.getByAltText('Foto A-2').waitFor();
      await hand.tap(hand.page.getByRole('dialog').getByRole('button', { name: 'Tutup' }));
      await hand.page.context().setOffline(false);
      await new GuardPhone(hand.page).everythingSent();
      await hand.tap(zone('A-2').getByRole('button', { name: 'Lihat foto 1' }));
      await hand.page.getByAltText('Foto A-2').waitFor();
      await hand.text(/Sama dengan yang disebut pemeriksaan/).waitFor();
    });
  });
}
