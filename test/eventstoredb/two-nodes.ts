import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { naturalId } from '#kernel';
import { makeDatabase, type TestDatabase } from '../support/postgres/database.ts';
import { Api, type Answer } from '../support/server/api.ts';
import { temporaryFolder } from '../support/server/folder.ts';
import { logOf } from '../support/server/log.ts';
import { Server } from '../support/server/server.ts';
import { passphrase, setStage, type Stage } from '../support/server/stage.ts';
import { logisticsOnTwoNodes } from './two-nodes-logistics.ts';

/** The log that both nodes are on: the double's, or that of a real server. */
export interface SharedLog {
  readonly settings: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

interface Node {
  server: Server;
  api: Api;
  readonly folder: string;
}

/** Two whole servers of Saksi, processes of their own, on one EventStoreDB and one PostgreSQL: any of them takes anything. */
export function twoNodes(open: () => Promise<SharedLog>): void {
  const { folder: all, remove } = temporaryFolder();
  let [log, database, stage]: [SharedLog | undefined, TestDatabase | undefined, Stage] = [undefined, undefined, undefined as never];
  const nodes: Node[] = [];
  const settings = () => ({ ...log?.settings, SAKSI_VAULT_URL: database?.url ?? '' });
  const node = (index: 0 | 1): Node => nodes[index] as Node;

  const start = async (folder: string): Promise<Node> => {
    const server = await Server.start({ folder, settings: settings() });
    return { server, api: new Api(await server.url()), folder };
  };

  beforeAll(async () => {
    [log, database] = [await open(), await makeDatabase()];
    const [one, two] = [join(all, 'one'), join(all, 'two')];
    for (const folder of [one, two]) mkdirSync(folder, { mode: 0o700 });
    stage = await setStage(one, { withPassphrases: ['guard'], settings: settings() });
    copyFileSync(join(one, 'master.key'), join(two, 'master.key'));
    nodes.push(...(await Promise.all([start(one), start(two)])));
  }, 300_000);
  afterAll(async () => {
    for (const { api, server } of nodes) {
      await api.close();
      await server.kill();
    }
    await database?.drop();
    await log?.close();
    remove();
  });

  const idsOf = (name: string) => ({
    visit: naturalId('nodes-visit', name),
    guest: naturalId('nodes-guest', name),
    post: stage.posts[0]?.post ?? '',
  });
  const key = (what: string, name: string): string => naturalId(`nodes-${what}`, name);
  const about = { name: { value: 'Tamu Dua Gudang' }, identityType: 'none', purpose: { value: 'Segel.' }, minutesAllowed: 60 };
  const report = (on: Node, name: string, { token = stage.people.guard.token, more = {}, headers = {} }: Report = {}): Promise<Answer> =>
    on.api.command('access.report-guest', token, key('report', name), { ...idsOf(name), ...about, ...more }, headers);
  const visits = (on: Node, token: string, after?: string): Promise<Answer> =>
    on.api.ask(`/api/access/visits?post=${idsOf('').post}`, token, { headers: after === undefined ? {} : { 'saksi-after': after } });
  const positionOf = ({ body }: Answer): string => (JSON.parse(body) as { position: string }).position;
  const signIn = async (on: Node): Promise<string> => {
    const body = { login: stage.people.guard.login, passphrase, via: 'program' };
    const answer = await on.api.ask('/api/identity/sign-in', undefined, { method: 'POST', body });
    return (JSON.parse(answer.body) as { token: string }).token;
  };

  it('take on one what was signed in on the other, and show it there after its position, with the name', async () => {
    const token = await signIn(node(0));
    const told = await report(node(0), 'seen', { token });
    expect(told.status).toBe(201);
    const shown = await visits(node(1), token, positionOf(told));
    expect([shown.status, shown.body]).toEqual([200, expect.stringContaining(idsOf('seen').visit)]);
    expect(shown.body).toContain('Tamu Dua Gudang');
  });

  it('give the same key the same answer, whichever is asked again, and another content 422', async () => {
    const first = await report(node(0), 'again');
    const repeated = await report(node(1), 'again');
    expect([first.status, repeated.status]).toEqual([201, 201]);
    expect(JSON.parse(repeated.body)).toEqual(JSON.parse(first.body));
    expect((await report(node(1), 'again', { more: { minutesAllowed: 61 } })).status).toBe(422);
    expect((await report(node(1), 'again', { token: stage.people['squad-leader'].token })).status).toBe(422);
  });

  it('record once what is told to both at the same time', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `both ${index}`);
    const answers = await Promise.all(names.map((name) => Promise.all([report(node(0), name), report(node(1), name)])));
    for (const [one, other] of answers) {
      expect([one.status, other.status]).toEqual([201, 201]);
      expect(positionOf(other)).toBe(positionOf(one));
    }
    const reported = (await logOf(node(0).server, ['access.guest-reported.v1'])).map(({ stream }) => stream);
    for (const name of names) expect(reported.filter((stream) => stream === `visit-${idsOf(name).visit}`)).toHaveLength(1);
  });

  it('refuse on one the session that was ended on the other', async () => {
    const token = await signIn(node(0));
    expect((await visits(node(1), token)).status).toBe(200);
    const ended = await node(0).api.ask('/api/identity/sign-out', token, { method: 'POST' });
    expect(ended.status).toBeLessThan(300);
    await until(async () => (await visits(node(1), token)).status === 401);
    expect((await visits(node(0), token)).status).toBe(401);
  });

  logisticsOnTwoNodes({ node, stage: () => stage });

  const untilReady = (api: Api): Promise<void> => until(async () => (await api.ask('/health/ready', undefined)).status === 200);
  /** A guest goes in who may stay until some seconds from now. */
  const letIn = async (on: Node, name: string): Promise<void> => {
    const occurred = new Date(Date.now() - 56_000).toISOString();
    const headers = { 'saksi-occurred-at': occurred, 'saksi-testimony': 'told' };
    expect((await report(on, name, { more: { minutesAllowed: 1 }, headers })).status).toBe(201);
    const admit = { ...idsOf(name), door: stage.posts[0]?.doors[0], badge: `T-${name.slice(0, 7)}` };
    const admitted = await on.api.command('access.admit-guest', stage.people.guard.token, key('admit', name), admit, headers);
    expect([admitted.status, admitted.body]).toEqual([201, expect.anything()]);
  };
  const noticed = async (on: Node, name: string): Promise<number> =>
    (await logOf(on.server, ['access.visit-overdue-noticed.v1'])).filter(({ stream }) => stream === `visit-${idsOf(name).visit}`).length;

  it('notice once, both of them watching, that a visit goes on past its time', async () => {
    await letIn(node(0), 'watched-by-both');
    await until(async () => (await noticed(node(1), 'watched-by-both')) > 0);
    // What the other one was about to say is said or dropped when it has seen that.
    await Promise.all(nodes.map(({ api }) => untilReady(api)));
    expect(await noticed(node(0), 'watched-by-both')).toBe(1);
  });

  it('notice it once although the one that let the guest in is killed before, and started again', async () => {
    await letIn(node(0), 'killed');
    await node(0).api.close();
    await node(0).server.kill();
    await until(async () => (await noticed(node(1), 'killed')) > 0);
    nodes[0] = await start(node(0).folder);
    await untilReady(node(0).api);
    const told = await report(node(0), 'after the kill');
    expect(told.status).toBe(201);
    expect((await visits(node(1), stage.people.guard.token, positionOf(told))).body).toContain(idsOf('after the kill').visit);
    for (const name of ['killed', 'watched-by-both']) expect([name, await noticed(node(0), name)]).toEqual([name, 1]);
  });
}

/** Asks now and then, so that who is to do something has the processor meanwhile. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(100);
}

interface Report {
  readonly token?: string;
  readonly more?: object;
  readonly headers?: Readonly<Record<string, string>>;
}
