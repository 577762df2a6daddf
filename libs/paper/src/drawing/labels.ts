import type { Label, LabelSheets } from '../labels.ts';
import { drawCode128, drawQr, type Place } from './codes.ts';
import { a4, fonts, mm, openSheet, type Sheet } from './sheet.ts';

/** Draws labels onto sheets of A4, row by row. */
export function drawLabels({ grid, skip, labels, title, language, known }: LabelSheets): Sheet {
  const sheet = openSheet({ title, language, known });
  const width = (a4.width - 2 * grid.aside * mm) / grid.columns;
  const height = (a4.height - 2 * grid.above * mm) / grid.rows;
  const perSheet = grid.columns * grid.rows;
  for (const [index, label] of labels.entries()) {
    const place = (index + skip) % perSheet;
    if (place === 0 || index === 0) sheet.addPage();
    const x = grid.aside * mm + (place % grid.columns) * width;
    const y = grid.above * mm + Math.floor(place / grid.columns) * height;
    drawLabel(sheet, label, { x, y, width, height });
  }
  if (labels.length === 0) sheet.addPage();
  return sheet;
}

/** QR code at the left, words beside it, Code 128 along the bottom, each with the white around it that readers need. */
function drawLabel(sheet: Sheet, { heading, lines, code, link }: Label, { x, y, width, height }: Place): void {
  const pad = Math.min(4 * mm, height * 0.1);
  const bars = Math.min(12 * mm, height * 0.24);
  const below = 3.2 * mm;
  const square = Math.min(height - 2 * pad - bars - below - 1 * mm, width * 0.4);
  drawQr(sheet, link, { x: x + pad, y: y + pad, width: square });

  const left = x + pad + square + 3 * mm;
  const room = x + width - pad - left;
  const size = Math.min(26, fitting(sheet, heading, room));
  sheet
    .font(fonts.bold)
    .fontSize(size)
    .fillColor('#000')
    .text(heading, left, y + pad, { width: room, lineBreak: false });
  const barsAt = y + height - pad - bars - below;
  let at = y + pad + size * 1.35;
  for (const [index, line] of lines.entries()) {
    // What does not fit above the bars is smaller, never over them.
    const small = Math.min(size * 0.75, fitting(sheet, line, room), (barsAt - at) / (1.3 * (lines.length - index)));
    sheet.font(fonts.plain).fontSize(small).text(line, left, at, { width: room, lineBreak: false });
    at += small * 1.3;
  }

  const quiet = 3.5 * mm;
  drawCode128(sheet, code, { x: x + pad + quiet, y: barsAt, width: Math.min(width - 2 * pad - 2 * quiet, 72 * mm), height: bars });
  sheet
    .font(fonts.plain)
    .fontSize(7)
    .fillColor('#000')
    .text(grouped(code), x + pad, barsAt + bars + 0.6 * mm, { width: width - 2 * pad, align: 'center', lineBreak: false });
}

/** The size at which bold text is as wide as the room. */
const fitting = (sheet: Sheet, text: string, room: number): number => (room / Math.max(1, sheet.font(fonts.bold).fontSize(10).widthOfString(text))) * 10;

const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
