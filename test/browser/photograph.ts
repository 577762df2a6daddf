import type { Page } from 'playwright-core';

export const whereItWasTaken = 'GPSLatitude 3.4 S, GPSLongitude 104.2 E';

const grounds = {
  noise: `
    const noise = drawing.createImageData(2400, 1600);
    let seed = 1;
    for (let at = 0; at < noise.data.length; at++) noise.data[at] = (seed = (seed * 48271) % 2147483647) & 255;
    drawing.putImageData(noise, 0, 0);`,
  table: `
    drawing.fillStyle = '#6b4f35';
    drawing.fillRect(0, 0, 2400, 1600);
    drawing.fillStyle = '#5e442d';
    for (let board = 0; board < 1600; board += 400) drawing.fillRect(0, board, 2400, 24);`,
} as const;

/** A photograph as a phone takes it, larger than is ever sent, that says in its EXIF segment where it was taken. What it lies on: noise compresses least, a table is better to look at. */
export async function photograph(page: Page, on: 'noise' | 'table'): Promise<Buffer> {
  const blank = await page.context().newPage();
  await blank.setViewportSize({ width: 2_400, height: 1_600 });
  await blank.setContent('<canvas width="2400" height="1600"></canvas>');
  await blank.evaluate(`{
    const drawing = document.querySelector('canvas').getContext('2d');
    ${grounds[on]}
    drawing.fillStyle = '#e8eef2';
    drawing.fillRect(300, 250, 1800, 1100);
    drawing.fillStyle = '#20303c';
    drawing.font = 'bold 220px sans-serif';
    drawing.fillText('CONTOH', 420, 560);
    drawing.font = '110px sans-serif';
    drawing.fillText('bukan kartu siapa pun', 420, 760);
  }`);
  const jpeg = await blank.screenshot({ type: 'jpeg', quality: 90 });
  await blank.close();
  const said = Buffer.from(`Exif\0\0${whereItWasTaken}`);
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, said.length + 2]), said]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}
