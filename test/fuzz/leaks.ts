import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The spellings in which a value may lie in a file: as it is, folded, in two bytes a letter, in hex, in base64 at any offset. */
function spell(text: string): readonly Buffer[] {
  const plain = [text, text.toLowerCase(), text.toUpperCase()];
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.from(`${' '.repeat(offset)}${text}`)
      .toString('base64')
      .slice(offset === 0 ? 0 : 4, -4),
  );
  return [
    ...plain.flatMap((each) => [Buffer.from(each), Buffer.from(each, 'utf16le'), Buffer.from(Buffer.from(each).toString('hex'))]),
    ...base64.map((each) => Buffer.from(each)),
  ];
}

const spelt = new Map<string, readonly Buffer[]>();

/** The same value is looked for in thousands of answers. */
function spellings(text: string): readonly Buffer[] {
  const known = spelt.get(text) ?? spell(text);
  spelt.set(text, known);
  return known;
}

/** Where the marked value can be read in what a process printed. */
export function readableIn(text: string | Buffer, value: string): boolean {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return spellings(value).some((spelling) => bytes.includes(spelling));
}

/** Every file under a folder in which the value can be read. */
export function filesWith(folder: string, value: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readableIn(readFileSync(file), value))
    .map((file) => relative(folder, file));
}
