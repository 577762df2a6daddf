import { readConfiguration } from '#configuration';
import { refuseInsecureListening, stopAtSignals } from '#http';
import { openSaksi } from './saksi.ts';
import { serve } from './serve.ts';
import type { Serving } from './serve.ts';
import { readTlsPair } from './tls.ts';

/**
 * Opens and serves what the environment configures, until a signal. What could not be served is refused before anything is
 * opened, or made.
 * @throws WrongConfiguration, UnusableCertificate, InsecureListening, and what openSaksi and serve throw
 */
export async function start(environment: Readonly<Record<string, string | undefined>>): Promise<Serving> {
  const configuration = readConfiguration(environment);
  const { SAKSI_HOST: host, SAKSI_BEHIND_PROXY: behindProxy } = configuration;
  refuseInsecureListening({ host, tls: (await readTlsPair(configuration)) !== undefined, behindProxy });
  return serve(await openSaksi(configuration), stopAtSignals);
}
