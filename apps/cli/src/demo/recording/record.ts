import { listen } from '../../../../api/src/index.ts';
import type { Saksi } from '../../../../api/src/index.ts';
import { night } from '../scenario/night.ts';
import { preparation, secretsSetAt } from '../scenario/preparation.ts';
import { deadlines } from '../scenario/visit-steps.ts';
import { letEveryoneIn, letIn, openAdmin } from './access.ts';
import { Client, DemonstrationFailed } from './client.ts';
import type { Secrets } from './client.ts';
import { isTold, play } from './play.ts';

/** Whether the whole night stands in the log. */
export const isRecorded = (saksi: Saksi): Promise<boolean> => isTold(night, saksi);

/**
 * Records the night, or what an interrupted recording left out, over HTTP on a port of its own that closes afterwards.
 * @throws DemonstrationFailed when the server answers otherwise than the script expects
 */
export async function record(saksi: Saksi, secrets: Secrets, onTold: (told: number, of: number) => void = () => undefined): Promise<void> {
  const all = preparation.length + night.length;
  await overHttp(saksi, secrets, async (client) => {
    const { clock } = demonstrationOf(saksi);
    clock.set(clock.now());
    await openAdmin(saksi);
    await letIn('admin', saksi, client, secrets);
    await play(preparation, { saksi, clock, client, onTold: (told) => onTold(told, all) });
    clock.set(Math.max(secretsSetAt, clock.now()));
    await letEveryoneIn(saksi, client, secrets);
    await play(night, { saksi, clock, client, onTold: (told) => onTold(preparation.length + told, all) }, deadlines);
    clock.run();
  });
}

/** Gives everyone another passphrase and PIN. */
export async function setSecrets(saksi: Saksi, secrets: Secrets): Promise<void> {
  await overHttp(saksi, secrets, (client) => letEveryoneIn(saksi, client, secrets));
}

/** Only for this machine and for as long as it takes: whoever is to look at the demonstration finds it whole. */
async function overHttp(saksi: Saksi, secrets: Secrets, work: (client: Client) => Promise<void>): Promise<void> {
  const inside = { SAKSI_HOST: '127.0.0.1', SAKSI_PORT: 0, SAKSI_BEHIND_PROXY: false, SAKSI_TLS_CERT: undefined, SAKSI_TLS_KEY: undefined };
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
