import { sayMoment } from '../moments.ts';
import type { Paper } from '../paper.ts';
import { drawQr } from './codes.ts';
import { Flow, margin } from './flow.ts';
import { a4, fonts, mm, openSheet, type Sheet } from './sheet.ts';
import { drawPens, drawSignatures } from './signatures.ts';
import { drawTable } from './table.ts';
import { words } from './words.ts';

const code = 28 * mm;

/** Draws a document: head with its number and QR code, facts, tables, signatures, and a foot on each page. */
export function drawPaper(paper: Paper): Sheet {
  const { title, language, known, number } = paper;
  const sheet = openSheet({ title: `${title} ${number}`, language, known: Date.parse(known) });
  const flow = new Flow(sheet);
  drawHead(flow, paper);
  for (const sentence of paper.opening) {
    flow.say(sentence);
    flow.y += 2 * mm;
  }
  drawFacts(flow, paper);
  for (const table of paper.tables) drawTable(flow, table);
  drawRemarks(flow, paper);
  drawEnd(flow, paper);
  drawFeet(sheet, paper);
  return sheet;
}

function drawHead(flow: Flow, { title, number, link, language }: Paper): void {
  const beside = flow.width - code - 6 * mm;
  const x = flow.left + flow.width - code;
  drawQr(flow.sheet, link, { x, y: flow.y, width: code });
  flow.put(words[language].scan, flow.y + code + 1 * mm, { x: x - 6 * mm, width: code + 6 * mm, size: 6.5, side: 'right' });
  const end = flow.y + code + 5 * mm;
  flow.say(title, { bold: true, size: 16, width: beside });
  flow.y += 1 * mm;
  flow.say(number, { bold: true, size: 11, width: beside });
  flow.y += 2 * mm;
  flow.say(link, { size: 6.5, width: beside, color: '#444' });
  flow.y = Math.max(flow.y, end);
  flow.line(flow.y, { thick: 1 });
  flow.y += 4 * mm;
}

function drawFacts(flow: Flow, { facts }: Paper): void {
  const label = 48 * mm;
  const value = flow.width - label;
  for (const fact of facts) {
    const height = Math.max(flow.heightOf(fact.label, { width: label }), flow.heightOf(fact.value, { width: value, bold: true })) + 0.8 * mm;
    flow.make(height);
    flow.put(fact.label, flow.y, { width: label - 2 * mm });
    flow.put(fact.value, flow.y, { x: flow.left + label, width: value, bold: true });
    flow.y += height;
  }
  flow.y += 3 * mm;
}

function drawRemarks(flow: Flow, { remarks, withheld, language }: Paper): void {
  for (const remark of [...remarks, ...(withheld ? [words[language].withheld] : [])]) flow.say(`• ${remark}`);
  flow.y += 3 * mm;
}

function drawEnd(flow: Flow, { signatures, pens, language }: Paper): void {
  const said = words[language];
  if (signatures.length > 0) {
    flow.make(30 * mm);
    flow.say(said.signed, { bold: true, size: 10 });
    flow.y += 1.5 * mm;
    drawSignatures(flow, signatures, said.nobody);
  }
  if (pens.length === 0) return;
  flow.make(36 * mm);
  flow.say(said.pens, { bold: true, size: 10 });
  drawPens(flow, pens);
}

function drawFeet(sheet: Sheet, { number, known, printed, language }: Paper): void {
  const said = words[language];
  const { start, count } = sheet.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    sheet.switchToPage(page);
    const left = [number, said.known(sayMoment(known, language)), ...(printed === null ? [] : [said.printed(sayMoment(printed, language))])].join(' · ');
    const y = a4.height - margin + 1 * mm;
    sheet.font(fonts.plain).fontSize(7).fillColor('#000');
    sheet.text(left, margin, y, { width: a4.width - 2 * margin - 30 * mm, lineBreak: false });
    sheet.text(said.page(page - start + 1, count), a4.width - margin - 30 * mm, y, { width: 30 * mm, align: 'right', lineBreak: false });
  }
}
