import 'reflect-metadata';
import { readConfiguration } from '#configuration';
import { stopAtSignals } from '#http';
import { listen } from './listen.ts';
import { openSaksi } from './saksi.ts';
import { sentenceFor } from './sentence.ts';

try {
  const saksi = await openSaksi(readConfiguration(process.env));
  const listening = await listen(saksi).catch(async (error: unknown) => {
    await saksi.close();
    throw error;
  });
  saksi.log.info({ url: listening.url, folder: saksi.folder }, 'Saksi listens.');
  stopAtSignals({
    stop: async () => {
      const outcome = await listening.close();
      await saksi.close();
      return outcome;
    },
  });
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exitCode = 1;
}
