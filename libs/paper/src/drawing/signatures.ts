import type { PaperSignature } from '../paper.ts';
import type { Flow } from './flow.ts';
import { mm } from './sheet.ts';

const columns = 3;
const between = 6 * mm;

/** Who signed in the record. */
export function drawSignatures(flow: Flow, signatures: readonly PaperSignature[], nobody: string): void {
  const boxes = signatures.map(({ for: what, name, login, account, said }) => [
    { text: what, bold: true },
    { text: name ?? login ?? nobody, bold: false },
    ...[...(name !== null && login !== null ? [login] : []), ...said, ...(account === null ? [] : [account])].map((text) => ({ text, bold: false })),
  ]);
  inRows(flow, boxes, ({ text, bold }, index) => ({ text, bold, size: index < 2 ? 9 : 7.5 }));
}

/** Lines for who signs by pen. */
export function drawPens(flow: Flow, pens: readonly string[]): void {
  const width = widthOf(flow);
  for (let from = 0; from < pens.length; from += columns) {
    flow.make(28 * mm);
    const y = flow.y + 18 * mm;
    for (const [index, text] of pens.slice(from, from + columns).entries()) {
      const x = flow.left + index * (width + between);
      flow.line(y, { x, width });
      flow.put(text, y + 1 * mm, { x, width, size: 8 });
    }
    flow.y = y + 8 * mm;
  }
}

const widthOf = (flow: Flow): number => (flow.width - between * (columns - 1)) / columns;

interface Said {
  readonly text: string;
  readonly bold: boolean;
}

function inRows(flow: Flow, boxes: readonly (readonly Said[])[], styled: (said: Said, index: number) => Said & { readonly size: number }): void {
  const width = widthOf(flow);
  for (let from = 0; from < boxes.length; from += columns) {
    const row = boxes.slice(from, from + columns).map((box) => box.map(styled));
    const heightOf = ({ text, ...style }: Said & { size: number }): number => flow.heightOf(text, { ...style, width });
    const height = Math.max(...row.map((box) => box.reduce((sum, each) => sum + heightOf(each), 0)));
    flow.make(height);
    for (const [index, box] of row.entries()) {
      const x = flow.left + index * (width + between);
      let { y } = flow;
      for (const each of box) {
        flow.put(each.text, y, { ...each, x, width });
        y += heightOf(each);
      }
    }
    flow.y += height + 4 * mm;
  }
}
