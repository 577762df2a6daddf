import { listen, type Listening } from './listen.ts';
import { serveOperations } from './operations/socket.ts';
import type { Saksi } from './parts.ts';

/** A Saksi that answers HTTP and its operators. */
export interface Serving extends Pick<Listening, 'url'> {
  /** Ends in order: requests, operators, then every part; closes the Saksi. */
  stop(): Promise<'clean' | 'forced'>;
}

/** Serves an open Saksi to people and to the command line; closes it when it cannot. */
export async function serve(saksi: Saksi): Promise<Serving> {
  try {
    const operators = await serveOperations(saksi);
    const listening = await listen(saksi).catch(async (error: unknown) => {
      await operators.close();
      throw error;
    });
    // Not `url`: the log takes that away, as requests have one.
    saksi.log.info({ address: listening.url, folder: saksi.folder }, 'Saksi listens.');
    return {
      url: listening.url,
      stop: async () => {
        const outcome = await listening.close();
        await operators.close();
        await saksi.close();
        return outcome;
      },
    };
  } catch (error) {
    await saksi.close();
    throw error;
  }
}
