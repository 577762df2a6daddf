import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '#configuration';
import { openSaksi } from '../../apps/api/src/index.ts';
import { checkAnswers } from '../../apps/cli/src/demo/checking/answers.ts';
import { expectedEvents } from '../../apps/cli/src/demo/checking/expected.ts';
import { checkLog } from '../../apps/cli/src/demo/checking/log.ts';
import { chosenFrom } from '../../apps/cli/src/demo/scenario/distribution/chosen.ts';
import { distributionTo } from '../../apps/cli/src/demo/scenario/distribution/distribution.ts';
import { secretsFrom } from '../../apps/cli/src/demo/secrets.ts';
import type { BoxFound } from '../../libs/logistics/src/features/box-whereabouts/box-whereabouts.ts';
import type { EpcisDocument } from '../../libs/logistics/src/features/export-epcis/epcis-document.ts';
import { Identifiers } from '../../libs/logistics/src/features/export-epcis/identifiers.ts';
import { Believer, faultsOf, placeOf } from '../../libs/logistics/src/testing/epcis.ts';
import { temporaryFolder } from '../support/server/folder.ts';
import { Server } from '../support/server/server.ts';
import { countsOf, Demo, exported } from './demo-process.ts';

const quarterHour = 900_000;
/** Two districts have all that goes wrong; all thirteen are checked by CI, with `npm run demo -- --check`, of which test/packaging says more. */
const few = ['--districts', 'Muara Jaya, Ulu Ogan'];
const chosen = chosenFrom('Muara Jaya, Ulu Ogan');
const distribution = distributionTo(chosen);

/** As whoever follows the printed commands. */
async function signedIn(output: string): Promise<{ readonly Authorization: string }> {
  const [, body = '', signIn = ''] = /-d '(\{[^']+\})' (\S+)/.exec(output) ?? [];
  const answer = await fetch(signIn, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  // As the printed command takes it out of the answer.
  return { Authorization: `Bearer ${/"token":"([^"]*)"/.exec(await answer.text())?.[1] ?? ''}` };
}

describe('saksi demo, killed in the middle of the night, and again in the middle of the distribution', () => {
  const temporary = temporaryFolder();
  const settings = { SAKSI_DATA: join(temporary.folder, 'data') };
  const passphrase = 'hujan-turun-di-gudang-kemelak';
  const next = 'angin-malam-di-jembatan-ogan';
  let demo: Demo | undefined;
  let recorded: Awaited<ReturnType<typeof exported>> = [];

  afterAll(async () => {
    await demo?.kill();
    temporary.remove();
  });

  it(
    'records what is missing, and nothing twice',
    async () => {
      const first = await Demo.start({ arguments: few, settings: { ...settings, SAKSI_DEMO_PASSWORD: passphrase } });
      await first.said(/: 100\//);
      await first.kill();
      expect(first.output).not.toContain('Ctrl-C');

      // From here on the folder knows of which districts it is.
      const second = await Demo.start({ settings: { ...settings, SAKSI_DEMO_PASSWORD: passphrase } });
      await second.said(/distribution: 1000\//);
      await second.kill();
      expect(second.output).not.toMatch(/: 50\//);

      demo = await Demo.start({ settings: { ...settings, SAKSI_DEMO_PASSWORD: passphrase } });
      const url = await demo.url();
      expect(demo.output).not.toContain('the night at Kemelak');
      recorded = await exported(settings.SAKSI_DATA);
      expect(countsOf(recorded)).toEqual(expectedEvents(chosen));
      expect(recorded[0]?.type).toBe('saksi.demonstration-log-opened.v1');
      expect(await checkAnswers(url, secretsFrom(passphrase), distribution)).toEqual({ nowKnown: 7, thenKnown: 6, surplus: 1_000, faults: [] });
    },
    quarterHour,
  );

  it('says with every answer and every exported event that it is a demonstration', async () => {
    const url = (await demo?.url()) ?? '';
    for (const path of ['/health/live', '/api/openapi.json', '/api/access/posts', '/no-such-address', '/%E0%A4%A', '/metrics']) {
      const answer = await fetch(url + path);
      expect([path, answer.headers.get('Saksi-Demonstration')]).toEqual([path, 'true']);
      // Whoever leaves an answer unread keeps the server from ending in order: the API's description is more than a socket holds.
      await answer.arrayBuffer();
    }
    expect(recorded.filter(({ demonstration }) => demonstration !== true)).toEqual([]);
  });

  it('prints its accounts, and questions that are answered as they stand', async () => {
    const output = demo?.output ?? '';
    for (const login of ['guard', 'squad-leader', 'dispatcher', 'station-officer', 'commander', 'investigator', 'supervisor', 'admin'])
      expect(output).toContain(login);
    const headers = await signedIn(output);
    const questions = [...output.matchAll(/ {2}curl -sS -H "Authorization: Bearer \$TOKEN" '([^']+)'/g)].map(([, url = '']) => url);
    expect(questions).toHaveLength(8);
    for (const url of questions) {
      const response = await fetch(url, { headers });
      expect([url, response.status, response.headers.get('Saksi-Demonstration')]).toEqual([url, 200, 'true']);
      expect(((await response.json()) as { items: unknown[] }).items).not.toEqual([]);
    }
  });

  it('exports its movements as a document that GS1 finds nothing against, and in which each box is where Saksi says it is', async () => {
    const url = (await demo?.url()) ?? '';
    const headers = await signedIn(demo?.output ?? '');
    const ask = async (path: string): Promise<unknown> => (await fetch(url + path, { headers })).json();
    const document = (await ask('/api/logistics/export-epcis?from=2023-01-01T00:00:00%2B07:00&area=1601')) as EpcisDocument;
    expect(faultsOf(document)).toEqual([]);
    expect(document).toMatchObject({ 'saksi:demonstration': true });
    const { eventList } = document.epcisBody;
    expect(new Set(eventList.map(({ eventID }) => eventID)).size).toBe(eventList.length);
    const { items } = (await ask('/api/logistics/box-whereabouts?area=1601&limit=5000')) as { items: readonly BoxFound[] };
    expect(items).toHaveLength(295);
    const believer = new Believer().read(eventList);
    const ids = new Identifiers();
    expect(items.filter((found) => believer.where(ids.box(found.box)) !== placeOf(found, ids))).toEqual([]);
  });

  it('parks nothing, notices what does not fit, and has views that a rebuild makes the same', async () => {
    expect(await demo?.stop()).toBe(0);
    const configuration = readConfiguration({ ...settings, SAKSI_LOG_LEVEL: 'silent' });
    const saksi = await openSaksi(configuration, { processes: false, ownProcess: false });
    try {
      const { faults, ...found } = await checkLog(saksi, chosen);
      expect(found).toMatchObject({ noticed: 13, settled: 5, parked: 0, contexts: 5 });
      // What the investigator read since may be recorded by now.
      expect(faults.filter((fault) => !fault.includes('vault.personal-data-read.v1'))).toEqual([]);
    } finally {
      await saksi.close();
    }
  });

  it('is not recorded again by another start, whose clock goes on and whose passphrase is the first one’s', async () => {
    demo = await Demo.start({ settings });
    const url = await demo.url();
    expect(demo.output).not.toContain('recording');
    expect(demo.output).not.toContain(passphrase);
    expect(demo.output).toContain('set SAKSI_DEMO_PASSWORD to set a new one');
    expect(demo.output).toContain('2024-02-14 07:0');
    expect(await checkAnswers(url, secretsFrom(passphrase), distribution)).toMatchObject({ nowKnown: 7, thenKnown: 6, faults: [] });
    // What the investigator read is recorded too; nothing else has been.
    const since = (await exported(settings.SAKSI_DATA)).slice(recorded.length);
    expect(since.map(({ type }) => type).filter((type) => type !== 'vault.personal-data-read.v1')).toEqual([]);
  }, 300_000);

  it('takes a new passphrase when one is set, and ends what was open with the old one', async () => {
    await demo?.stop();
    demo = await Demo.start({ arguments: few, settings: { ...settings, SAKSI_DEMO_PASSWORD: next } });
    const url = await demo.url();
    expect(await checkAnswers(url, secretsFrom(next), distribution)).toMatchObject({ faults: [] });
    expect((await checkAnswers(url, secretsFrom(passphrase), distribution)).faults).toContain(
      'as now known: nobody instead of Agus Renaldi Tobing, Melati Anggraini, Hendro Wicaksana, Siti Rodiah Wahab, Herman Susilo Batubara, Lukman Haris Pane, Mulyadi Saputra Rambe',
    );
  }, 300_000);

  it('is served by npm start too, as what it is and on its own clock', async () => {
    await demo?.stop();
    const server = await Server.start({ folder: settings.SAKSI_DATA });
    try {
      const asked = { login: 'guard', passphrase: next, via: 'program' };
      const response = await fetch(`${await server.url()}/api/identity/sign-in`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(asked),
      });
      expect([response.status, response.headers.get('Saksi-Demonstration')]).toEqual([200, 'true']);
      expect(((await response.json()) as { until: string }).until).toMatch(/^2024-02-21T07:0/);
    } finally {
      await server.stop();
    }
  }, 300_000);

  it('keeps no passphrase anywhere', () => {
    const files = readdirSync(settings.SAKSI_DATA, { recursive: true, encoding: 'utf8' }).map((name) => join(settings.SAKSI_DATA, name));
    const holding = files.filter((file) => statSync(file).isFile() && /hujan-turun-di|angin-malam-di/.test(readFileSync(file, 'latin1')));
    expect(files.length).toBeGreaterThan(5);
    expect(holding).toEqual([]);
  });
});
