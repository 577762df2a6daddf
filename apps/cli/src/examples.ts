import type { Command } from 'commander';

/** Adds examples to a command's help. */
export const withExamples = (command: Command, ...examples: readonly string[]): Command =>
  command.addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}`);

/** One line on standard output. */
export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
