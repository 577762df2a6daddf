import { tellTerminal } from '../terminal.ts';
import type { OnTold } from './recording/record.ts';

const parts = {
  night: 'Merekam malam di Kemelak / recording the night at Kemelak',
  distribution: 'Merekam distribusi / recording the distribution',
} as const;
/** Of the night every fiftieth step is said, of the thousands that follow every thousandth. */
const everyNth = { night: 50, distribution: 1_000 } as const;

/** It takes a while, and silence would look like a fault: a bar on a terminal, lines elsewhere. */
export function sayProgress(): OnTold {
  const terminal = tellTerminal();
  return (part, told, of) => {
    const isLast = told === of;
    if (process.stderr.isTTY) terminal.progress({ what: parts[part], done: told, total: of });
    else if (told % everyNth[part] === 0 || isLast) process.stdout.write(`${parts[part]}: ${told}/${of}\n`);
    if (isLast && part === 'distribution') terminal.done();
  };
}
