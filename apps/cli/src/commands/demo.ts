import { Command } from 'commander';
import { runDemo } from '../demo/index.ts';
import { withExamples } from '../examples.ts';

export const demoCommand = (): Command =>
  withExamples(
    new Command('demo')
      .option('--check', 'do so in a temporary folder on a free port, verify the outcome, and exit 0 or 1', false)
      .action(async ({ check }: { check: boolean }) => {
        process.exitCode = await runDemo({ check, environment: process.env });
      }),
    'saksi demo',
    'saksi demo --check',
  );
