import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** Points of a millimetre. */
export const mm = 72 / 25.4;
export const a4 = { width: 210 * mm, height: 297 * mm };

export type Sheet = PDFKit.PDFDocument;

const { resolve } = createRequire(import.meta.url);
/**
 * DejaVu has every letter of a name that is likely here; the standard fonts of PDF have only those of Western Europe.
 * Fonts are named by their files: under a name given by `registerFont`, pdfkit reads the default font's file again each time.
 */
export const fonts = {
  plain: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};

export interface About {
  readonly title: string;
  readonly language: 'id' | 'en';
  /** ms: the date of the file is that of the record, so that the same document gives the same bytes. */
  readonly known: number;
}

/** A document of A4 without a page yet. */
export function openSheet({ title, language, known }: About): Sheet {
  const date = new Date(known);
  return new PDFDocument({
    size: [a4.width, a4.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    font: fonts.plain,
    lang: language === 'id' ? 'id-ID' : 'en-GB',
    displayTitle: true,
    info: { Title: title, Creator: 'Saksi', Producer: 'Saksi', CreationDate: date, ModDate: date },
  });
}

/** Ends the document; its bytes. */
export function finished(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((done, failed) => {
    const parts: Buffer[] = [];
    sheet.on('data', (part: Buffer) => parts.push(part));
    sheet.on('error', failed);
    sheet.on('end', () => done(new Uint8Array(Buffer.concat(parts))));
    sheet.end();
  });
}
