import { a4, fonts, mm, type Sheet } from './sheet.ts';

export const margin = 15 * mm;
/** What the foot of each page takes. */
const foot = 10 * mm;

export interface TextStyle {
  readonly bold?: boolean;
  readonly size?: number;
  readonly x?: number;
  readonly width?: number;
  readonly side?: 'left' | 'right';
  readonly color?: string;
}

/** Goes down the pages of a document: whatever is drawn next comes below. */
export class Flow {
  readonly sheet: Sheet;
  readonly left = margin;
  readonly width = a4.width - 2 * margin;
  y = margin;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.page();
  }

  page(): void {
    this.sheet.addPage();
    this.y = margin;
  }

  /** Begins a page when so much does not fit below; true when it did. */
  make(room: number): boolean {
    const fits = this.y + room <= a4.height - margin - foot;
    if (!fits) this.page();
    return !fits;
  }

  heightOf(text: string, { bold = false, size = 9, width = this.width }: TextStyle = {}): number {
    return this.#styled(bold, size).heightOfString(text, { width });
  }

  widthOf(text: string, { bold = false, size = 9 }: TextStyle = {}): number {
    return this.#styled(bold, size).widthOfString(text);
  }

  /** Draws a text at a height, without moving on. */
  put(text: string, y: number, { bold = false, size = 9, x = this.left, width = this.width, side = 'left', color = '#000' }: TextStyle = {}): void {
    this.#styled(bold, size).fillColor(color).text(text, x, y, { width, align: side });
  }

  /** Draws a text and goes below it. */
  say(text: string, style: TextStyle = {}): void {
    const height = this.heightOf(text, style);
    this.make(height);
    this.put(text, this.y, style);
    this.y += height;
  }

  line(y: number, { x = this.left, width = this.width, thick = 0.5 }: { x?: number; width?: number; thick?: number } = {}): void {
    this.sheet
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(thick)
      .stroke('#000');
  }

  #styled(bold: boolean, size: number): Sheet {
    return this.sheet.font(bold ? fonts.bold : fonts.plain).fontSize(size);
  }
}
