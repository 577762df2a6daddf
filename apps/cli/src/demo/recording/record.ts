import { listen } from '../../../../api/src/index.ts';
import type { Saksi } from '../../../../api/src/index.ts';
import type { District } from '../scenario/distribution/districts.ts';
import { distributionTo, endsWith } from '../scenario/distribution/distribution.ts';
import { night } from '../scenario/night.ts';
import { preparation, secretsSetAt } from '../scenario/preparation.ts';
import { endsAt } from '../scenario/scenario.ts';
import { deadlines } from '../scenario/visit-steps.ts';
import { letEveryoneIn, letIn, openAdmin } from './access.ts';
import { Client, DemonstrationFailed } from './client.ts';
import type { Secrets } from './client.ts';
import { isTold, play } from './play.ts';

/** Which part of the story is being recorded, and how much of it has been. */
export type OnTold = (part: 'night' | 'distribution', told: number, of: number) => void;

/** Whether the whole story stands in the log. */
export const isRecorded = (saksi: Saksi): Promise<boolean> => isTold(endsWith, saksi);

/**
 * Records the night and the distribution, or what an interrupted recording left out, over HTTP on a port of its own that
 * closes afterwards.
 * @throws DemonstrationFailed when the server answers otherwise than the script expects
 */
export async function record(saksi: Saksi, secrets: Secrets, chosen: readonly District[], onTold: OnTold = () => undefined): Promise<void> {
  await overHttp(saksi, secrets, async (client) => {
    const { clock } = demonstrationOf(saksi);
    clock.set(clock.now());
    await recordNight(saksi, client, secrets, onTold);
    await recordDistribution(saksi, client, chosen, onTold);
    clock.set(Math.max(endsAt, clock.now()));
    clock.run();
  });
}

async function recordNight(saksi: Saksi, client: Client, secrets: Secrets, onTold: OnTold): Promise<void> {
  const { clock } = demonstrationOf(saksi);
  const all = preparation.length + night.length;
  await openAdmin(saksi);
  await letIn('admin', saksi, client, secrets);
  await play(preparation, { saksi, clock, client, onTold: (told) => onTold('night', told, all) });
  clock.set(Math.max(secretsSetAt, clock.now()));
  await letEveryoneIn(saksi, client, secrets);
  await play(night, { saksi, clock, client, onTold: (told) => onTold('night', preparation.length + told, all) }, deadlines);
}

async function recordDistribution(saksi: Saksi, client: Client, chosen: readonly District[], onTold: OnTold): Promise<void> {
  const { clock } = demonstrationOf(saksi);
  const distribution = distributionTo(chosen);
  const all = distribution.count();
  let before = 0;
  for (const steps of distribution.days()) {
    await play(steps, { saksi, clock, client, onTold: (told) => onTold('distribution', before + told, all) }, distribution.deadlines);
    before += steps.length;
  }
}

/** Gives everyone another passphrase and PIN. */
export async function setSecrets(saksi: Saksi, secrets: Secrets): Promise<void> {
  await overHttp(saksi, secrets, (client) => letEveryoneIn(saksi, client, secrets));
}

/**
 * Only for this machine and for as long as it takes: whoever is to look at the demonstration finds it whole. Weeks of many
 * people pass in a minute, so that nobody's requests and signings in are counted by the minute.
 */
async function overHttp(saksi: Saksi, secrets: Secrets, work: (client: Client) => Promise<void>): Promise<void> {
  const inside = {
    SAKSI_HOST: '127.0.0.1',
    SAKSI_PORT: 0,
    SAKSI_BEHIND_PROXY: false,
    SAKSI_TLS_CERT: undefined,
    SAKSI_TLS_KEY: undefined,
    SAKSI_REQUESTS_PER_MINUTE: Number.MAX_SAFE_INTEGER,
    SAKSI_SIGN_INS_PER_MINUTE: Number.MAX_SAFE_INTEGER,
  };
  const listening = await listen({ ...saksi, configuration: { ...saksi.configuration, ...inside } });
  try {
    await work(new Client(listening.url, secrets));
  } finally {
    await listening.close();
  }
}

export function demonstrationOf({ demonstration }: Saksi): NonNullable<Saksi['demonstration']> {
  if (!demonstration) throw new DemonstrationFailed('This log is no demonstration.');
  return demonstration;
}
