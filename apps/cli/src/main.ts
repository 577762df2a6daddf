#!/usr/bin/env node
import '../../api/src/node-version.ts';
import 'reflect-metadata';
import { CommanderError } from 'commander';
import { sentenceFor } from '../../api/src/index.ts';
import { program } from './program.ts';

// Whatever is written here is its owner's alone.
process.umask(0o077);
// The reader went away, as in "saksi events | head": whoever writes learns it from the write.
process.stdout.on('error', () => undefined);

/* Exit codes: 0 done, 1 not done (the sentence says why), 2 not understood. */
try {
  await program().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${sentenceFor(error)}\n`);
    process.exitCode = 1;
  }
}
