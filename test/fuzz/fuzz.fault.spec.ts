import { join } from 'node:path';
import { systemClock, uuidv5 } from '#kernel';
import { loadMasterKey, openVault } from '#vault';
import { seeded } from '../../libs/event-store/src/contract/random.ts';
import { Api } from '../support/server/api.ts';
import { temporaryFolder } from '../support/server/folder.ts';
import { commitmentsIn, logOf } from '../support/server/log.ts';
import { Server } from '../support/server/server.ts';
import { setStage } from '../support/server/stage.ts';
import { mark } from './hostile.ts';
import { filesWith, readableIn } from './leaks.ts';
import { Requests } from './requests.ts';
import type { ApiDocument, FuzzedRequest } from './requests.ts';
import type { Pool } from './schema.ts';
import { sendRaw } from './wire.ts';
import type { WireAnswer } from './wire.ts';

const count = Number(process.env['FUZZ_COUNT'] ?? 5_000);
const seed = Number(process.env['FUZZ_SEED'] ?? 2024);
/** A request without an answer after so long hangs, ms. */
const hang = 120_000;

/** What is wrong with an answer, if anything. */
function wrongWith({ method, target }: FuzzedRequest, { status, headers, body }: WireAnswer): string | undefined {
  if (status === undefined) return 'no answer';
  // That it is not ready, a view being behind, is what this one is asked for.
  if (status === 503 && target.startsWith('/health/ready') && body.includes('"not ready"')) return undefined;
  if (status >= 500) return `a ${status}: ${body.slice(0, 300)}`;
  if (status < 400) return undefined;
  if (readableIn(body, mark)) return `a ${status} that repeats a value that was sent`;
  if (!headers.get('content-type')?.startsWith('application/problem+json'))
    return `a ${status} as ${headers.get('content-type') ?? 'nothing'}: ${body.slice(0, 300)}`;
  if (method === 'HEAD') return undefined;
  const { status: said, code, type, detail } = JSON.parse(body) as { status?: number; code?: string; type?: string; detail?: string };
  return said === status && code !== undefined && type === `urn:saksi:problem:${code}` && detail !== undefined
    ? undefined
    : `a ${status} without its code: ${body.slice(0, 300)}`;
}

describe('what looks for values', () => {
  it.each([0, 1, 2, 3])('finds one after %s other bytes, in every spelling', (before) => {
    const lying = Buffer.from(`${'.'.repeat(before)}${mark} and more`);
    for (const encoding of ['latin1', 'base64', 'hex'] as const) expect([encoding, readableIn(lying.toString(encoding), mark)]).toEqual([encoding, true]);
    expect(readableIn(Buffer.from(lying.toString().toLowerCase(), 'utf16le'), mark)).toBe(true);
    expect(readableIn('Zqx7Vy3Kw9', mark)).toBe(false);
  });
});

describe(`${count} requests made from the API's own description (seed ${seed})`, () => {
  const { folder, remove } = temporaryFolder();
  const random = seeded(seed);
  const wrong: string[] = [];
  const statuses = new Map<string, number>();
  let server: Server | undefined;
  let requests: Requests;
  let readBack = 0;

  beforeAll(
    async () => {
      const { posts, people } = await setStage(folder);
      server = await Server.start({
        folder,
        settings: { SAKSI_REQUESTS_PER_MINUTE: '100000000', SAKSI_SIGN_INS_PER_MINUTE: '200', SAKSI_REQUEST_TIMEOUT: '5000' },
      });
      const url = await server.url();
      const api = new Api(url);
      const document = JSON.parse((await api.ask('/api/openapi.json', people.admin.token)).body) as ApiDocument;
      const [kemelak] = posts.map(({ post }) => post);
      const some = (kind: string, many: number): readonly string[] => Array.from({ length: many }, (_, index) => uuidv5(kemelak ?? '', `${kind} ${index}`));
      // Accounts of the stage are not in it: nobody loses the roles that the rest of the requests need.
      const kemelakMostly = [...posts, ...posts.slice(0, 1), ...posts.slice(0, 1)];
      const pool: Pool = {
        post: kemelakMostly.map(({ post }) => post),
        door: kemelakMostly.flatMap(({ doors }) => doors),
        shift: posts.map(({ shift }) => shift),
        visit: some('visit', 200),
        guest: some('guest', 40),
        person: some('guest', 40),
        account: some('account', 5),
        user: [people.guard.account, people['squad-leader'].account],
        keptBy: [people.guard.account],
        guards: [people.guard.account],
        to: [people.guard.account],
        muster: some('muster', 4),
        entry: some('entry', 20),
        page: some('page', 50),
        subject: some('guest', 40),
      };
      requests = new Requests(document, pool, new Map(Object.entries(people).map(([role, { token }]) => [role, token])), random);
      let sent = 0;
      const client = async (): Promise<void> => {
        while (sent < count) {
          const request = requests.next(++sent > count * 0.98);
          const answer = await sendRaw(url, request, hang);
          statuses.set(
            `${request.what.split(' ').at(-1) ?? ''} ${answer.status ?? 0}`,
            (statuses.get(`${request.what.split(' ').at(-1) ?? ''} ${answer.status ?? 0}`) ?? 0) + 1,
          );
          if (answer.status === 200 && answer.body.includes(mark)) readBack++;
          const found = wrongWith(request, answer);
          if (found !== undefined)
            wrong.push(
              `${request.what}: ${found} [${request.method} ${request.target.slice(0, 200)} ${JSON.stringify(request.headers).slice(0, 600)} ${String(request.body ?? '').slice(0, 300)}]`,
            );
        }
      };
      await Promise.all(Array.from({ length: 8 }, client));
      await api.close();
    },
    count * 60 + 300_000,
  );

  afterAll(async () => {
    await server?.kill();
    remove();
  });

  it('have no 5xx, no hang and no error without its code, and none that repeats what was sent', () => expect(wrong).toEqual([]));

  it('reach every operation, and are recorded and refused', () => {
    const reached = new Set([...statuses.keys()].map((key) => key.split(' ')[0]));
    expect(requests.operations.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
    for (const outcome of ['/api/access/report-guest 201', '/api/access/report-guest 400', '/api/access/visits 200'])
      expect([outcome, statuses.has(outcome)]).toEqual([outcome, true]);
    expect(readBack).toBeGreaterThan(0);
  });

  it('leave no personal value and no secret in a file outside the vault, in what was printed or in the metrics', async () => {
    const api = new Api((await server?.url()) ?? '');
    const metrics = await api.ask('/metrics', undefined);
    await api.close();
    expect(metrics.status).toBe(200);
    expect(readableIn(metrics.body, mark)).toBe(false);
    // While it runs, the write-ahead logs are there; vault.db itself holds nothing that can be read.
    expect(filesWith(folder, mark)).toEqual([]);
    expect(await server?.stop()).toBe(0);
    expect(filesWith(folder, mark)).toEqual([]);
    expect(server?.output).toContain('/api/access/report-guest');
    expect(readableIn(server?.output ?? '', mark)).toBe(false);
  }, 240_000);

  it('put into the vault what they told, and into the log only commitments', async () => {
    server = await Server.start({ folder });
    const log = await logOf(server);
    const { findings } = (await server.operate('doctor')) as { findings: readonly { name: string; ok: boolean; say: string }[] };
    expect(findings.filter(({ name, ok }) => !ok && name !== 'disk')).toEqual([]);
    await server.stop();
    const vault = await openVault({ folder: join(folder, 'vault'), masterKey: loadMasterKey({ file: join(folder, 'master.key') }), clock: systemClock });
    const revealed = await vault.reveal(log.filter(({ type }) => type.startsWith('access.')).flatMap(({ data }) => commitmentsIn(data)));
    await vault.close();
    expect([...revealed.values()].filter(({ value }) => value.includes(mark)).length).toBeGreaterThan(0);
  }, 240_000);
});
