import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '#configuration';
import { openSaksi, serve } from '../../../api/src/index.ts';
import { checkAnswers } from './checking/answers.ts';
import type { AnswersFound } from './checking/answers.ts';
import { checkLog } from './checking/log.ts';
import type { LogFound } from './checking/log.ts';
import { record } from './recording/record.ts';
import { scenarioOf } from './scenario/distribution/chosen.ts';
import { distributionTo } from './scenario/distribution/distribution.ts';
import type { District } from './scenario/distribution/districts.ts';
import { opensAt } from './scenario/scenario.ts';
import { secretsFrom } from './secrets.ts';

/** Records the demonstration in a temporary folder, verifies the outcome, says it in one line and answers the exit code. */
export async function checkDemo(environment: Readonly<Record<string, string | undefined>>, chosen: readonly District[]): Promise<number> {
  const begun = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'saksi-demo-'));
  try {
    const { log, answers } = await checkIn(folder, environment, chosen);
    const faults = [...log.faults, ...answers.faults];
    process.stdout.write(`${faults.length === 0 ? passed(log, answers, performance.now() - begun) : `demo check FAILED: ${faults.join('; ')}.`}\n`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkIn(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
  chosen: readonly District[],
): Promise<{ readonly log: LogFound; readonly answers: AnswersFound }> {
  const own = {
    SAKSI_DATA: folder,
    SAKSI_HOST: '127.0.0.1',
    SAKSI_PORT: '0',
    SAKSI_TLS_CERT: '',
    SAKSI_TLS_KEY: '',
    SAKSI_BEHIND_PROXY: 'false',
    // The script says when it is noticed.
    SAKSI_RECEIPT_GRACE: '',
  };
  const configuration = readConfiguration({ SAKSI_LOG_LEVEL: 'error', ...environment, ...own });
  const secrets = secretsFrom(configuration.SAKSI_DEMO_PASSWORD);
  const saksi = await openSaksi(configuration, { demonstration: { scenario: scenarioOf(chosen), at: opensAt } });
  const log = await record(saksi, secrets, chosen)
    .then(() => checkLog(saksi, chosen))
    .catch(async (error: unknown) => {
      await saksi.close();
      throw error;
    });
  const serving = await serve(saksi);
  try {
    return { log, answers: await checkAnswers(serving.url, secrets, distributionTo(chosen)) };
  } finally {
    await serving.stop();
  }
}

function passed({ events, types, noticed, settled, parked, contexts }: LogFound, { nowKnown, thenKnown, surplus }: AnswersFound, ms: number): string {
  const inside = `at 02:13 WIB ${nowKnown} inside as now known, ${thenKnown} as then known`;
  const doubts = `${noticed} contradictions noticed, ${settled} settled`;
  return `demo check passed: ${events} events of ${types} types; ${inside}; a surplus of ${surplus} presidential ballots; ${doubts}; parked ${parked}; ${contexts} rebuilds identical; ${(ms / 1000).toFixed(1)} s.`;
}
