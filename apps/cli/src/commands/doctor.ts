import { Command } from 'commander';
import { CannotBeDone } from '../../../api/src/operations/operation.ts';
import { withExamples, print } from '../examples.ts';
import { runOperation } from '../run-operation.ts';
import { tellTerminal } from '../terminal.ts';

interface Report {
  readonly healthy: boolean;
  readonly findings: readonly { readonly name: string; readonly ok: boolean; readonly say: string }[];
}

export const doctorCommand = (): Command =>
  withExamples(
    new Command('doctor').option('--json', 'one JSON object', false).action(async ({ json }: { json: boolean }) => {
      const report = await examine();
      if (json) print(JSON.stringify(report));
      else for (const { name, ok, say } of report.findings) print(`${ok ? 'ok  ' : 'BAD '} ${name}: ${say}`);
      if (!report.healthy) process.exitCode = 1;
    }),
    'saksi doctor',
    'saksi doctor --json',
  );

/** A folder that cannot even be opened is a finding too. */
async function examine(): Promise<Report> {
  const tell = tellTerminal();
  try {
    return (await runOperation('doctor', {}, tell)) as Report;
  } catch (error) {
    if (error instanceof CannotBeDone || !(error instanceof Error)) throw error;
    const { sentenceFor } = await import('../../../api/src/sentence.ts');
    return { healthy: false, findings: [{ name: 'opening', ok: false, say: sentenceFor(error) }] };
  } finally {
    tell.done();
  }
}
