import bwip from 'bwip-js/node';
import { create } from 'qrcode';
import type { Sheet } from './sheet.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Draws the QR code of a text into a square; what surrounds it must stay white for four of its modules. */
export function drawQr(sheet: Sheet, text: string, { x, y, width }: Omit<Place, 'height'>): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const module = width / modules.size;
  for (let row = 0; row < modules.size; row++)
    for (let from = 0; from < modules.size; from++) {
      let to = from;
      while (to < modules.size && modules.get(row, to) !== 0) to++;
      if (to > from) sheet.rect(x + from * module, y + row * module, (to - from) * module, module);
      from = to;
    }
  sheet.fill('#000');
}

/** Widths of bars and spaces in turn, in modules, of a text as Code 128. */
function code128(text: string): readonly number[] {
  const [drawn] = bwip.raw({ bcid: 'code128', text });
  if (!drawn || !('sbs' in drawn)) throw new Error(`Code 128 cannot say "${text}".`);
  return drawn.sbs;
}

/** Draws a text as Code 128; to its left and right ten modules must stay white. */
export function drawCode128(sheet: Sheet, text: string, { x, y, width, height }: Place): void {
  const widths = code128(text);
  const module = width / widths.reduce((sum, each) => sum + each, 0);
  let at = x;
  for (const [index, each] of widths.entries()) {
    if (index % 2 === 0) sheet.rect(at, y, each * module, height);
    at += each * module;
  }
  sheet.fill('#000');
}
