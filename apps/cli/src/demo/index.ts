import { readConfiguration } from '#configuration';
import type { Configuration } from '#configuration';
import { stopAtSignals } from '#http';
import { openSaksi, serve } from '../../../api/src/index.ts';
import { announcement } from './announce.ts';
import { checkDemo } from './check.ts';
import { DemonstrationFailed } from './recording/client.ts';
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
 * @returns the exit code of a check: 0 when all is as it should be; while it serves, nothing: a signal ends the process
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
  // Ends the process itself, as the server does: a connection that does not end in time must not keep it.
  return new Promise(() => stopAtSignals(serving));
}

/** Records what is missing; answers with what people sign in with, where that is known. */
async function prepare(saksi: Saksi, { SAKSI_DEMO_PASSWORD: chosen }: Configuration): Promise<Secrets | undefined> {
  const found = saksi.demonstration?.scenario;
  if (found !== scenario)
    throw new DemonstrationFailed(
      `${saksi.folder} holds the demonstration "${found ?? ''}" of another version of Saksi. Serve it with npm start, or name an empty folder: SAKSI_DATA=./demonstration npm run demo`,
    );
  const recorded = await isRecorded(saksi);
  if (recorded && chosen === undefined) return undefined;
  const secrets = secretsFrom(chosen);
  await (recorded ? setSecrets(saksi, secrets) : record(saksi, secrets, sayProgress));
  return secrets;
}

/** On a slow machine it takes a while, and silence would look like a fault. */
function sayProgress(told: number, of: number): void {
  if (told % 50 === 0 || told === of) process.stdout.write(`Merekam malam di Kemelak / recording the night at Kemelak: ${told}/${of}\n`);
}
