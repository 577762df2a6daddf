import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from '#kernel';
import { Api } from '../support/server/api.ts';
import type { Answer } from '../support/server/api.ts';
import { logOf } from '../support/server/log.ts';
import { orHang, Server } from '../support/server/server.ts';
import { passphrase, setStage } from '../support/server/stage.ts';
import type { Stage } from '../support/server/stage.ts';
import { tablesOf } from './read-models.ts';
import { smallDisk } from './small-disk.ts';

const hang = 120_000;
const id = (): string => uuidv7(Date.now());

interface Command {
  readonly name: string;
  readonly key: string;
  readonly body: object;
}

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly say: string;
}

// Mounting takes root; elsewhere the store's own limit is what can be tried (libs/event-store/src/sqlite/full-disk.fault.spec.ts).
const disk = smallDisk(96);
const described = disk ? 'on a disk of its own' : 'where nothing can be mounted';

describe(`a full disk under the server, ${described}`, () => {
  if (!disk) {
    it('is tried at the event store, whose log has a limit of its own', () => expect(process.getuid?.()).not.toBe(0));
    return;
  }

  const folder = join(disk.folder, 'data');
  let stage: Stage;
  let server: Server;
  let api: Api;
  const opened: { close(): Promise<unknown> }[] = [];
  const acknowledged: Command[] = [];
  const refused: Command[] = [];

  const report = (): Command => ({
    name: 'access.report-guest',
    key: id(),
    body: {
      visit: id(),
      post: stage.posts[0]?.post,
      guest: id(),
      name: { value: 'Tamu Penuh' },
      identityType: 'ktp',
      purpose: { value: `Mengantar segel. ${'x'.repeat(450)}` },
      minutesAllowed: 60,
    },
  });
  const send = ({ name, key, body }: Command): Promise<Answer> => api.command(name, stage.people.guard.token, key, body, { 'accept-language': 'en' });
  const post = (): string => stage.posts[0]?.post ?? '';

  /** Clients report guests until each is refused. */
  async function recordUntilRefused(): Promise<readonly Answer[]> {
    const client = async (): Promise<Answer> => {
      for (;;) {
        const command = report();
        const answer = await send(command);
        if (answer.status !== 201) {
          refused.push(command);
          return answer;
        }
        acknowledged.push(command);
      }
    };
    return Promise.all(Array.from({ length: 6 }, client));
  }

  beforeAll(async () => {
    stage = await setStage(folder, { withPassphrases: ['investigator'] });
    server = await Server.spawn({ folder });
    opened.push({ close: () => server.kill() });
    api = new Api(await server.url());
    opened.push(api);
    for (let guests = 0; guests < 20; guests++) {
      const command = report();
      expect((await send(command)).status).toBe(201);
      acknowledged.push(command);
    }
  }, 240_000);

  afterAll(async () => {
    for (const each of opened.toReversed()) await each.close();
    disk.remove();
  });

  it('refuses commands with 503, when to repeat, and what to do; nothing is recorded', async () => {
    disk.fill(5 << 20);
    for (const { status, headers, body } of await orHang(recordUntilRefused(), hang, () => 'The disk does not fill up.')) {
      expect([status, headers['content-type']]).toEqual([503, 'application/problem+json; charset=utf-8']);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(JSON.parse(body)).toMatchObject({ code: 'disk-full', detail: expect.stringMatching(/disk .* is full/) as string });
    }
    for (let attempts = 0; attempts < 5; attempts++) {
      const command = report();
      expect((await send(command)).status).toBe(503);
      refused.push(command);
    }
    const keys = new Set(refused.map(({ key }) => key));
    expect((await logOf(server)).filter(({ metadata }) => keys.has(metadata.commandId))).toEqual([]);
  }, 240_000);

  it(
    'still answers what is asked, names or not',
    async () => {
      for (const query of [`doors?post=${post()}`, `visits?post=${post()}`, `who-is-inside?post=${post()}`, `shifts?post=${post()}`]) {
        expect([query, (await api.ask(`/api/access/${query}`, stage.people.guard.token)).status]).toEqual([query, 200]);
      }
    },
    hang,
  );

  it(
    'still lets people sign in',
    async () => {
      const answer = await api.ask('/api/identity/sign-in', undefined, {
        method: 'POST',
        body: { login: stage.people.investigator.login, passphrase, via: 'program' },
      });
      expect([answer.status, answer.body.includes('token')]).toEqual([200, true]);
      const { token } = JSON.parse(answer.body) as { token: string };
      expect((await api.ask('/api/identity/me', token)).status).toBe(200);
    },
    hang,
  );

  it(
    'still tells its operator what is wrong',
    async () => {
      const { findings } = (await server.operate('doctor')) as { findings: readonly Finding[] };
      expect(findings.find(({ name }) => name === 'disk')).toMatchObject({ ok: false, say: expect.stringContaining('Make room') as string });
      expect(findings.find(({ name }) => name === 'log')).toMatchObject({ ok: true });
    },
    hang,
  );

  it('goes on by itself when there is room again; the refused are recorded under their keys', async () => {
    disk.empty();
    const recorded = async (): Promise<void> => {
      for (const command of refused) {
        for (let answer = await send(command); answer.status !== 201; answer = await send(command)) {
          expect(answer.status).toBe(503);
          await pause(200);
        }
      }
    };
    await orHang(recorded(), hang, () => 'It does not recover.');
    const log = Map.groupBy(await logOf(server), ({ metadata }) => metadata.commandId);
    for (const { key } of [...acknowledged, ...refused]) expect([key, log.get(key)?.length]).toEqual([key, 1]);
  }, 240_000);

  it('is sound afterwards: log, vault, and views as a rebuild makes them', async () => {
    const live = async (): Promise<void> => {
      while ((await api.ask('/health/ready', undefined)).status !== 200) await pause(200);
    };
    await orHang(live(), hang, () => 'The views do not recover.');
    const { findings } = (await server.operate('doctor')) as { findings: readonly Finding[] };
    expect(findings.filter(({ name, ok }) => !ok && name !== 'disk')).toEqual([]);
    const before = await tablesOf(folder);
    await server.operate('rebuild');
    expect(await tablesOf(folder)).toEqual(before);
    expect(await server.stop()).toBe(0);
  }, 240_000);
});
