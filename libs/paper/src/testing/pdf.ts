import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** A PDF file as its reader has it. */
export interface Read {
  /** The text of each page. */
  readonly pages: readonly string[];
  readonly title: string;
  /** What the codes on a page say, as a camera would read them: of the page as it is drawn, 200 dots an inch. */
  codesOn(page: number): Promise<readonly ReadCode[]>;
  /** The page as PNG, to be looked at. */
  picture(page: number): Promise<Buffer>;
}

export interface ReadCode {
  readonly format: string;
  readonly text: string;
}

const { resolve } = createRequire(import.meta.url);

export async function readPdf(pdf: Uint8Array): Promise<Read> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(' '));
  }
  const { info } = await document.getMetadata();

  const drawn = async (number: number) => {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 200 / 72 });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    // The canvas is Skia's: it does what pdf.js asks of a browser's.
    const parameters: unknown = { canvas, viewport };
    await page.render(parameters as Parameters<typeof page.render>[0]).promise;
    return canvas;
  };

  return {
    pages,
    title: 'Title' in info ? String(info.Title) : '',
    picture: async (page) => (await drawn(page)).toBuffer('image/png'),
    codesOn: async (page) => {
      await prepareZXingModule({
        overrides: { wasmBinary: Uint8Array.from(readFileSync(resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer },
        fireImmediately: true,
      });
      const canvas = await drawn(page);
      const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const found = await readBarcodes(pixels, { formats: ['QRCode', 'Code128'], maxNumberOfSymbols: 0 });
      return found.filter(({ isValid }) => isValid).map(({ format, text }) => ({ format, text }));
    },
  };
}
