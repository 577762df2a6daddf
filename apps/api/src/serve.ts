import { listen, type Listening } from './listen.ts';
import { serveOperations } from './operations/socket.ts';
import type { Saksi } from './parts.ts';

/** A Saksi that answers HTTP and its operators. */
export interface Serving extends Pick<Listening, 'url'> {
  /** Ends in order: requests, operators, then every part; closes the Saksi. */
  stop(): Promise<'clean' | 'forced'>;
}

/**
 * Serves an open Saksi to people and to the command line; closes it when it cannot. `begun` is called before anybody is
 * told where it listens: who hears that may send a signal at once.
 */
export async function serve(saksi: Saksi, begun: (serving: Serving) => void = () => undefined): Promise<Serving> {
  try {
    const operators = await serveOperations(saksi);
    const listening = await listen(saksi).catch(async (error: unknown) => {
      await operators.close();
      throw error;
    });
    const serving: Serving = {
      url: listening.url,
      stop: async () => {
        const outcome = await listening.close();
        await operators.close();
        await saksi.close();
        return outcome;
      },
    };
    begun(serving);
    // Not `url`: the log takes that away, as requests have one.
    saksi.log.info({ address: listening.url, folder: saksi.folder }, 'Saksi listens.');
    return serving;
  } catch (error) {
    await saksi.close();
    throw error;
  }
}
