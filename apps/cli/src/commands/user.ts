import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Command, Option } from 'commander';
import { roles } from '#kernel';
import { CannotBeDone } from '../../../api/src/operations/operation.ts';
import { print, withExamples } from '../examples.ts';
import { runOperation } from '../run-operation.ts';
import { tellTerminal } from '../terminal.ts';

interface Options {
  readonly role: string;
  readonly post?: string;
  readonly area?: string;
  readonly station?: readonly string[];
  readonly everywhere?: boolean;
}

export const userCommand = (): Command => {
  const user = new Command('user');
  user.addCommand(
    withExamples(
      new Command('create')
        .description('Open an account with a role. The passphrase is asked for, or read from standard input: it never stands on a command line.')
        .argument('<login>', 'a code such as a unit or service number, never a name')
        .addOption(new Option('--role <role>', 'what they may do').choices(roles).default('admin'))
        .option('--post <id>', 'held at this post')
        .option('--area <code>', 'held in this area: code of a province, regency, district or village')
        .option('--station <code...>', 'held at these polling stations')
        .option('--everywhere', 'held everywhere')
        .action(async (login: string, { role, post, area, station, everywhere }: Options) => {
          const passphrase = await readPassphrase();
          const place = {
            ...(post !== undefined && { post }),
            ...(area !== undefined && { area }),
            ...(station && { stations: station }),
            ...(everywhere && { everywhere }),
          };
          const { account } = (await runOperation('user.create', { login, passphrase, role, ...place }, tellTerminal(), { create: true })) as {
            account: string;
          };
          print(`${login} is ${role} now (account ${account}).`);
        }),
      'saksi user create admin',
      'saksi user create danru-1 --role squad-leader --post 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11 < passphrase.txt',
    ),
  );
  return user;
};

/** From a terminal, asked for twice and not shown; else the first line of standard input. */
async function readPassphrase(): Promise<string> {
  if (!process.stdin.isTTY) return readFileSync(0, 'utf8').split('\n', 1)[0]?.replace(/\r$/, '') ?? '';
  const first = await askHidden('Passphrase: ');
  if ((await askHidden('Once more: ')) !== first) throw new CannotBeDone('The two passphrases differ. Nothing was recorded; try again.');
  return first;
}

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const reading = createInterface({ input: process.stdin, terminal: true });
  const answer = await reading.question('');
  reading.close();
  process.stderr.write('\n');
  return answer;
}
