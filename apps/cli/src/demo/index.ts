import { readConfiguration } from '#configuration';
import type { Configuration } from '#configuration';
import { stopAtSignals } from '#http';
import { openSaksi, serve } from '../../../api/src/index.ts';
import { announcement } from './announce.ts';
import { checkDemo } from './check.ts';
import { isRecorded, record, setSecrets } from './recording/record.ts';
import type { Secrets } from './recording/client.ts';
import type { Saksi } from '../../../api/src/index.ts';
import { opensAt, scenario } from './scenario/scenario.ts';
import { secretsFrom } from './secrets.ts';

export interface DemoOptions {
  /** Record into a temporary folder, verify the outcome and end, instead of serving. */
  readonly check: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * `saksi demo`: records the night at Kemelak into an empty folder, and serves it until it is stopped.
 * @returns the exit code: 0 when all went as it should
 * @throws WrongConfiguration, NotADemonstration, DemonstrationFailed and what openSaksi and serve throw
 */
export async function runDemo({ check, environment }: DemoOptions): Promise<number> {
  if (check) return checkDemo(environment);
  const configuration = readConfiguration({ SAKSI_LOG_LEVEL: 'warn', ...environment });
  const saksi = await openSaksi(configuration, { demonstration: { scenario, at: opensAt } });
  const secrets = await prepare(saksi, configuration).catch(async (error: unknown) => {
    await saksi.close();
    throw error;
  });
  const serving = await serve(saksi);
  process.stdout.write(announcement({ url: serving.url, folder: saksi.folder, now: saksi.clock.now(), ...(secrets && { secrets }) }));
  return new Promise((resolve) => stopAtSignals(serving, resolve));
}

/** Records what is missing; answers with what people sign in with, where that is known. */
async function prepare(saksi: Saksi, { SAKSI_DEMO_PASSWORD: chosen }: Configuration): Promise<Secrets | undefined> {
  if (!(await isRecorded(saksi)) && saksi.demonstration?.scenario === scenario) {
    const secrets = secretsFrom(chosen);
    await record(saksi, secrets);
    return secrets;
  }
  if (chosen === undefined) return undefined;
  const secrets = secretsFrom(chosen);
  await setSecrets(saksi, secrets);
  return secrets;
}
