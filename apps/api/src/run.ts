import 'reflect-metadata';
import { sentenceFor } from './sentence.ts';
import { start } from './start.ts';

// Whatever the server writes is its owner's alone.
process.umask(0o077);

try {
  await start(process.env);
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exitCode = 1;
}
