import { Command, Option } from 'commander';
import { erasureGrounds } from '#vault';
import { print, withExamples } from '../examples.ts';
import { runOperation } from '../run-operation.ts';
import { tellTerminal } from '../terminal.ts';

export const eraseCommand = (): Command =>
  withExamples(
    new Command('erase')
      .argument('<subject>', 'the person’s id')
      .addOption(new Option('--ground <ground>', 'why').choices(erasureGrounds))
      .action(async (subject: string, { ground }: { ground?: string }) => {
        const { status } = (await runOperation('erase', { subject, ...(ground !== undefined && { ground }) }, tellTerminal())) as { status: string };
        print(status === 'requested' ? `Requested. Another operator orders it with the same command.` : `${subject}: ${status}`);
      }),
    'saksi erase 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11 --ground own-request',
  );
