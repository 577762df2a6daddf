import 'reflect-metadata';
import { CommanderError } from 'commander';
import { CannotBeDone } from '../../api/src/operations/operation.ts';
import { program } from './program.ts';

// Whatever is written here is its owner's alone.
process.umask(0o077);
// The reader went away, as in "saksi events | head": whoever writes learns it from the write.
process.stdout.on('error', () => undefined);

/* Exit codes: 0 done, 1 not done (the sentence says why), 2 not understood. */
try {
  await (await program(process.argv)).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${await sentenceOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** What else is known about errors is loaded with everything it is about. */
async function sentenceOf(error: unknown): Promise<string> {
  if (error instanceof CannotBeDone) return error.message;
  const { sentenceFor } = await import('../../api/src/sentence.ts');
  return sentenceFor(error);
}
