import { existsSync, writeFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { CannotBeDone } from '../../../api/src/operations/operation.ts';
import { print, withExamples } from '../examples.ts';
import { runOperation } from '../run-operation.ts';
import { tellTerminal } from '../terminal.ts';

interface Options {
  readonly dryRun: boolean;
  readonly rejected?: string;
  readonly language: 'id' | 'en';
}

interface Imported {
  readonly columns: readonly { readonly header: string; readonly is: 'known' | 'ignored' | 'unknown' }[];
  readonly rows: number;
  readonly commands: number;
  readonly recorded: number;
  readonly unchanged: number;
  readonly rejectedRows: number;
  readonly rejectedFile?: string;
}

const kinds: Readonly<Record<string, string>> = {
  stations: 'Polling stations: a row a station, or a row a village with how many it has.',
  boxes: 'What each box is to hold: a row a box, its contents in columns item:<code>.',
  requirements: 'What a warehouse must send out in all: a row an item.',
};

const told = (rejection: object): string => {
  const { line, column, value, reason } = rejection as { line: number; column: string; value: string; reason: string };
  return `line ${line}, ${column} "${value}": ${reason}`;
};

const kindCommand = (kind: string, says: string): Command =>
  withExamples(
    new Command(kind)
      .description(says)
      .argument('<file>', 'CSV (UTF-8) or XLSX; the first row names the columns, in Indonesian or English')
      .option('--dry-run', 'record nothing, only say what was understood', false)
      .option('--rejected <file>', 'where rejected rows go, to be corrected and imported again; default: beside the file')
      .addOption(new Option('--language <language>', 'of the reasons').choices(['id', 'en']).default('en'))
      .action(async (file: string, { dryRun, rejected, language }: Options) => {
        if (rejected !== undefined && existsSync(rejected)) throw new CannotBeDone(`${rejected} is there already. Name a new file for the rejected rows.`);
        const tell = tellTerminal({ item: told, endsAtInterrupt: true });
        const imported = (await runOperation('import', { kind, file: resolve(file), dryRun, language }, tell)) as Partial<Imported>;
        tell.done();
        if (imported.columns === undefined) return print('Interrupted: what was recorded stays. Import the same file again to go on.');
        report(imported as Imported, dryRun);
        if (imported.rejectedFile === undefined) return;
        const to = keepRejected(imported.rejectedFile, file, rejected);
        print(`The rejected rows are in ${to}, each with why. Correct them there and import that file.`);
        process.exitCode = 1;
      }),
    `saksi import ${kind} ${kind}.xlsx --dry-run`,
    `saksi import ${kind} ${kind}.csv`,
  );

function report({ columns, rows, commands, recorded, unchanged, rejectedRows }: Imported, dryRun: boolean): void {
  const unknown = columns.filter(({ is }) => is === 'unknown').map(({ header }) => header);
  if (unknown.length > 0) print(`Columns that were not understood, and not read: ${unknown.join(', ')}.`);
  const counted = dryRun ? `${commands} could be recorded` : `${recorded} recorded, ${unchanged} recorded before`;
  print(`${rows} ${rows === 1 ? 'row' : 'rows'}: ${counted}, ${rejectedRows} ${rejectedRows === 1 ? 'row' : 'rows'} rejected.`);
}

/** Writes the rejected rows beside the file that was sent; never over another file, which somebody may be correcting. */
function keepRejected(base64: string, sent: string, named?: string): string {
  const extension = extname(sent);
  const beside = `${sent.slice(0, sent.length - extension.length)}.rejected`;
  let to = named ?? `${beside}${extension}`;
  for (let count = 2; existsSync(to); count++) to = `${beside}-${count}${extension}`;
  writeFileSync(to, Buffer.from(base64, 'base64'), { flag: 'wx' });
  return to;
}

/** `saksi import stations|boxes|requirements FILE`. */
export function importCommand(): Command {
  const importing = new Command('import');
  for (const [kind, says] of Object.entries(kinds)) importing.addCommand(kindCommand(kind, says));
  return importing;
}
