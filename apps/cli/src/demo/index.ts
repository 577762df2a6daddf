import { readConfiguration } from '#configuration';
import { stopAtSignals } from '#http';
import { openSaksi, serve } from '../../../api/src/index.ts';
import { announcement } from './announce.ts';
import { checkDemo } from './check.ts';
import { DemonstrationFailed } from './recording/client.ts';
import { isRecorded, record, setSecrets } from './recording/record.ts';
import type { OnTold } from './recording/record.ts';
import type { Secrets } from './recording/client.ts';
import type { Saksi } from '../../../api/src/index.ts';
import { chosenFrom, chosenIn, scenarioOf } from './scenario/distribution/chosen.ts';
import { distributionTo } from './scenario/distribution/distribution.ts';
import type { District } from './scenario/distribution/districts.ts';
import { opensAt } from './scenario/scenario.ts';
import { secretsFrom } from './secrets.ts';
import { sayProgress } from './progress.ts';

export interface DemoOptions {
  /** Record into a temporary folder, verify the outcome and end, instead of serving. */
  readonly check: boolean;
  /** Names of the districts whose boxes are brought out; absent: all, or those of a folder that was begun before. */
  readonly districts?: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * `saksi demo`: records the night at Kemelak and the distribution of the election into an empty folder, and serves it until it is stopped.
 * @returns the exit code of a check: 0 when all is as it should be; while it serves, nothing: a signal ends the process
 * @throws WrongConfiguration, UnknownDistricts, NotADemonstration, DemonstrationFailed and what openSaksi and serve throw
 */
export async function runDemo({ check, districts, environment }: DemoOptions): Promise<number> {
  const asked = chosenFrom(districts);
  if (check) return checkDemo(environment, asked);
  const configuration = readConfiguration({ SAKSI_LOG_LEVEL: 'warn', ...environment });
  // Before there are threads: each of them listens to the same output, and one listener more would be warned of.
  const onTold = sayProgress();
  const saksi = await openSaksi(configuration, { demonstration: { scenario: scenarioOf(asked), at: opensAt } });
  const secrets = await prepare(saksi, configuration.SAKSI_DEMO_PASSWORD, { ...(districts !== undefined && { asked }), onTold }).catch(
    async (error: unknown) => {
      await saksi.close();
      throw error;
    },
  );
  // A signal ends the process itself, as the server's: a connection that does not end in time must not keep it.
  const serving = await serve(saksi, stopAtSignals);
  process.stdout.write(
    announcement({
      url: serving.url,
      folder: saksi.folder,
      now: saksi.clock.now(),
      distribution: distributionTo(chosenOf(saksi)),
      ...(secrets && { secrets }),
    }),
  );
  return new Promise(() => undefined);
}

/** Records what is missing; answers with what people sign in with, where that is known. */
async function prepare(
  saksi: Saksi,
  password: string | undefined,
  { asked, onTold }: { readonly asked?: readonly District[]; readonly onTold: OnTold },
): Promise<Secrets | undefined> {
  const chosen = chosenOf(saksi, asked);
  const recorded = await isRecorded(saksi);
  if (recorded && password === undefined) return undefined;
  const secrets = secretsFrom(password);
  await (recorded ? setSecrets(saksi, secrets) : record(saksi, secrets, chosen, onTold));
  return secrets;
}

/** What the folder says is to be recorded into it, when it was begun before. */
function chosenOf({ demonstration, folder }: Saksi, asked?: readonly District[]): readonly District[] {
  const found = demonstration?.scenario ?? '';
  const chosen = chosenIn(found);
  const other = 'Serve it with npm start, or name an empty folder: SAKSI_DATA=./demonstration npm run demo';
  if (!chosen) throw new DemonstrationFailed(`${folder} holds the demonstration "${found}" of another version of Saksi. ${other}`);
  if (asked && scenarioOf(asked) !== found) throw new DemonstrationFailed(`${folder} holds the demonstration "${found}", of other districts. ${other}`);
  return chosen;
}
