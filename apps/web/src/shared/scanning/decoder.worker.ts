import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

/*
 * Finds codes in pictures where the browser cannot, beside the page: a picture takes some ten milliseconds. This file is
 * the only one that may compile WebAssembly (docs/adr/0056).
 */

// The library would fetch its program from elsewhere.
const ready = prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });

addEventListener('message', ({ data }: MessageEvent<ImageBitmap>) => {
  void codesIn(data).then((codes) => postMessage(codes));
});

async function codesIn(picture: ImageBitmap): Promise<readonly string[]> {
  const { width, height } = picture;
  const drawing = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  drawing?.drawImage(picture, 0, 0);
  picture.close();
  await ready;
  if (!drawing) return [];
  const found = await readBarcodes(drawing.getImageData(0, 0, width, height), { formats: ['QRCode', 'Code128'], maxNumberOfSymbols: 4 });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}
