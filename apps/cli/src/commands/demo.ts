import { Command } from 'commander';
import { runDemo } from '../demo/index.ts';
import { withExamples } from '../examples.ts';

export const demoCommand = (): Command =>
  withExamples(
    new Command('demo')
      .option('--check', 'do so in a temporary folder on a free port, verify the outcome, and exit 0 or 1', false)
      .option('--districts <names>', 'bring out only the boxes of these districts, separated by commas, with all that goes wrong; default: all 13')
      .action(async ({ check, districts }: { check: boolean; districts?: string }) => {
        process.exitCode = await runDemo({ check, ...(districts !== undefined && { districts }), environment: process.env });
      }),
    'saksi demo',
    'saksi demo --check',
    'saksi demo --districts "Muara Jaya, Ulu Ogan"',
  );
