import 'reflect-metadata';
import { readConfiguration } from '#configuration';
import { stopAtSignals } from '#http';
import { openSaksi } from './saksi.ts';
import { sentenceFor } from './sentence.ts';
import { serve } from './serve.ts';

// Whatever the server writes is its owner's alone.
process.umask(0o077);

try {
  await serve(await openSaksi(readConfiguration(process.env)), stopAtSignals);
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exitCode = 1;
}
