import type { PaperTable } from '../paper.ts';
import type { Flow } from './flow.ts';
import { mm } from './sheet.ts';

const size = 8;
const gap = 2 * mm;
const pad = 0.9 * mm;

/** Draws a table; its head stands again on each page. */
export function drawTable(flow: Flow, table: PaperTable): void {
  const widths = widthsOf(flow, table);
  const head = (): void =>
    row(
      flow,
      table,
      widths,
      table.columns.map(({ head: text }) => text),
      true,
    );
  flow.make(20 * mm);
  flow.say(table.title, { bold: true, size: 10 });
  flow.y += pad;
  head();
  for (const { cells } of table.rows) {
    if (flow.make(heightOf(flow, widths, cells, false))) head();
    row(flow, table, widths, cells, false);
  }
  flow.y += 3 * mm;
}

/** As wide as what stands in them, no column wider than half of the sheet; what is left over goes to all alike. */
function widthsOf(flow: Flow, { columns, rows }: PaperTable): readonly number[] {
  const natural = columns.map(({ head }, index) =>
    Math.min(
      flow.width / 2,
      rows.reduce((widest, { cells }) => Math.max(widest, flow.widthOf(cells[index] ?? '', { size })), flow.widthOf(head, { size, bold: true })) + 1,
    ),
  );
  const room = flow.width - gap * (columns.length - 1);
  const taken = natural.reduce((sum, each) => sum + each, 0);
  return taken > room ? natural.map((each) => (each * room) / taken) : natural.map((each) => each + (room - taken) / columns.length);
}

const heightOf = (flow: Flow, widths: readonly number[], cells: readonly string[], bold: boolean): number =>
  Math.max(...cells.map((text, index) => flow.heightOf(text === '' ? ' ' : text, { size, bold, width: widths[index] ?? 0 }))) + 2 * pad;

function row(flow: Flow, { columns }: PaperTable, widths: readonly number[], cells: readonly string[], bold: boolean): void {
  const height = heightOf(flow, widths, cells, bold);
  let x = flow.left;
  for (const [index, text] of cells.entries()) {
    const width = widths[index] ?? 0;
    flow.put(text, flow.y + pad, { size, bold, x, width, side: columns[index]?.side ?? 'left' });
    x += width + gap;
  }
  flow.y += height;
  flow.line(flow.y, { thick: bold ? 0.8 : 0.2 });
}
