import { readFileSync } from 'node:fs';
import { stationIdOf } from '#deployment';
import { roles, uuidv7 } from '#kernel';
import { boxIdOf } from '#logistics';
import { importFile, type FileToImport, type Rejection } from '../../apps/api/src/index.ts';
import { realList } from '../support/real-lists.ts';
import { openKemelak, warehouse, type Kemelak } from './support/kemelak.ts';

const header = 'kode_desa,desa,kecamatan,kabupaten,no_tps,dpt';
const kemelakRow = (number: string, voters: string): string => `1601141011,Kemelak,Baturaja Timur,OKU,${number},${voters}`;

describe('importing', () => {
  let kemelak: Kemelak;
  beforeAll(async () => (kemelak = await openKemelak()));
  afterAll(() => kemelak.close());

  const operator = { kind: 'system', user: 'os:spec' } as const;
  async function imports(kind: FileToImport['kind'], bytes: Uint8Array | string, more: Partial<FileToImport> = {}) {
    const rejections: Rejection[] = [];
    const file = { kind, bytes: Buffer.from(bytes), language: 'en', id: uuidv7(kemelak.clock.now()), principal: operator, dryRun: false, ...more } as const;
    const imported = await importFile(kemelak.saksi, file, {
      progress: () => undefined,
      rejected: (rejection) => Promise.resolve(void rejections.push(rejection)),
      signal: new AbortController().signal,
    });
    return { ...imported, rejections };
  }

  it('records each row for itself, and says of the others why not, in a file that can be corrected and sent again', async () => {
    const sent = `${header}\n${kemelakRow('7', '287')}\n${kemelakRow('8', 'dua ratus')}\n${kemelakRow('9', '290')}\n`;
    const first = await imports('stations', sent);
    expect(first).toMatchObject({ rows: 3, recorded: 2, unchanged: 0, rejectedRows: 1 });
    expect(first.rejections).toEqual([{ line: 3, column: 'dpt', value: 'dua ratus', reason: 'It must be a whole number without points or commas.' }]);
    const [event] = await kemelak.eventsOf(`station-${stationIdOf('1601141011-007')}`);
    expect(event).toMatchObject({
      type: 'deployment.station-registered.v1',
      data: { station: '1601141011-007', voters: 287 },
      metadata: { actor: { user: 'os:spec' } },
    });

    const corrected = Buffer.from(first.rejectedFile ?? [])
      .toString('utf8')
      .replace('dua ratus', '200');
    expect(corrected).toContain('rejected_reason');
    expect(await imports('stations', corrected)).toMatchObject({ rows: 1, recorded: 1, rejectedRows: 0 });
  });

  it('changes nothing when the same comes twice, whoever sends it', async () => {
    const sent = `${header}\n${kemelakRow('17', '287')}\n${kemelakRow('18', '290')}\n`;
    const admin = await kemelak.person('admin of OKU', 'admin', { area: '1601' });
    await imports('stations', sent);
    const head = await kemelak.head();
    const principal = { kind: 'person', user: admin.user, session: admin.session } as const;
    expect(await imports('stations', sent, { principal })).toMatchObject({ recorded: 0, unchanged: 2, rejectedRows: 0 });
    expect(await kemelak.head()).toBe(head);
    expect(await imports('stations', sent.replace('290', '291'))).toMatchObject({ recorded: 1, unchanged: 1 });
    expect(await imports('stations', sent)).toMatchObject({ recorded: 1, unchanged: 1 });
  });

  it('records nothing in a dry run, and says there who may not', async () => {
    const head = await kemelak.head();
    const admin = await kemelak.person('admin of Muaradua', 'admin', { area: '1604' });
    const principal = { kind: 'person', user: admin.user, session: admin.session } as const;
    const sent = `${header}\n${kemelakRow('27', '287')}\n1604051002,Muaradua,Muaradua,OKUS,1,200\n`;
    const { commands, rejections } = await imports('stations', sent, { principal, dryRun: true });
    expect(commands).toBe(2);
    expect(rejections).toMatchObject([{ line: 2, reason: expect.stringContaining('1601141011-027') as string }]);
    // Not even what is no table is read for somebody who could record nothing of it.
    const guard = await kemelak.person('a guard', 'guard', { area: '1601' });
    await expect(imports('stations', '', { principal: { kind: 'person', user: guard.user, session: guard.session }, dryRun: true })).rejects.toMatchObject({
      name: 'NotPermitted',
    });
    expect((await kemelak.eventsOf(`station-${stationIdOf('1601141011-027')}`)).length).toBe(0);
    expect(await kemelak.head()).toBeGreaterThan(head);
  });

  it('plans what must go out of a warehouse that is named, many rows about one after the other', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `gudang  logistik KPU kemelak;item-${index};${index + 1};KPU 1395/2023`);
    const sent = `gudang;barang;jumlah;dasar\n${rows.join('\n')}\nGudang Lain;tinta;5;x\n`;
    expect(await imports('requirements', sent)).toMatchObject({
      recorded: 40,
      rejectedRows: 1,
      rejections: [{ line: 42, column: 'gudang', value: 'Gudang Lain' }],
    });
    expect((await kemelak.eventsOf(`warehouse-${warehouse}`)).length).toBe(41);
    expect(await imports('requirements', sent)).toMatchObject({ recorded: 0, unchanged: 40 });
  });

  it('plans what each box is to hold, by whoever looks after its station, and the same list twice changes nothing', async () => {
    const row = (number: number, ballots: string): string => `1601141011-${String(number).padStart(3, '0')},president,${ballots},4`;
    const sent = ['kode_tps,pemilihan,item:ballot-president,item:seal', row(7, '293'), row(8, 'banyak'), row(9, '301'), ''].join('\n');
    const dispatcher = await kemelak.person('a dispatcher of OKU', 'dispatcher', { area: '1601' });
    const principal = { kind: 'person', user: dispatcher.user, session: dispatcher.session } as const;
    const first = await imports('boxes', sent, { principal });
    expect(first).toMatchObject({ rows: 3, recorded: 2, rejectedRows: 1, rejections: [{ line: 3, column: 'item:ballot-president', value: 'banyak' }] });
    const corrected = Buffer.from(first.rejectedFile ?? [])
      .toString('utf8')
      .replace('banyak', '297');
    expect(await imports('boxes', corrected, { principal })).toMatchObject({ rows: 1, recorded: 1, rejectedRows: 0 });

    const head = await kemelak.head();
    expect(await imports('boxes', sent)).toMatchObject({ recorded: 0, unchanged: 2, rejectedRows: 1 });
    expect(await kemelak.head()).toBe(head);
    expect(await imports('boxes', sent.replace('301', '302'), { principal })).toMatchObject({ recorded: 1, unchanged: 1 });
    expect((await kemelak.eventsOf(`box-plan-${boxIdOf('1601141011-009', 'president')}`)).map(({ data }) => data)).toMatchObject(
      [301, 302].map((quantity) => ({
        station: '1601141011-009',
        contest: 'president',
        contents: [
          { item: 'ballot-president', quantity },
          { item: 'seal', quantity: 4 },
        ],
      })),
    );
    const elsewhere = ['kode_tps,pemilihan,item:seal', '1604051002-001,president,4', ''].join('\n');
    expect(await imports('boxes', elsewhere, { principal })).toMatchObject({ recorded: 0, rejectedRows: 1 });
  });

  it('refuses what is no table, in the language of whoever sent it', async () => {
    await expect(imports('stations', '')).rejects.toMatchObject({ name: 'FileRefused', fault: 'no-header' });
    await expect(imports('stations', 'desa\nKemelak\n')).rejects.toMatchObject({ fault: 'column-missing' });
  });

  describe('over HTTP', () => {
    const sent = `${header}\n${kemelakRow('37', '287')}\n${kemelakRow('38', 'x')}\n`;
    const plans = 'gudang,barang,jumlah,dasar\nGudang Logistik KPU Kemelak,tinta,5,KPU 1395/2023\n';
    const send = (path: string, token: string | undefined, more: Readonly<Record<string, string>> = {}, body = sent) =>
      fetch(`${kemelak.url}/api/imports/${path}`, {
        method: 'POST',
        body,
        headers: {
          'Content-Type': 'application/octet-stream',
          'Accept-Language': 'en',
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
          ...more,
        },
      });
    const linesOf = async (response: Response) =>
      (await response.text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Readonly<Record<string, object>>);

    it('answers line by line what becomes of the file', async () => {
      const { token } = await kemelak.person('admin at a desk', 'admin', { area: '1601' });
      const looked = await linesOf(await send('stations?dryRun=true', token));
      expect(looked).toContainEqual({ rejected: { line: 3, column: 'dpt', value: 'x', reason: 'It must be a whole number without points or commas.' } });
      expect(looked.at(-1)?.['result']).toMatchObject({ rows: 2, commands: 1, recorded: 0, rejectedRows: 1 });
      const done = await linesOf(await send('stations', token));
      expect(done).toContainEqual({ progress: { done: 2, total: 2 } });
      expect(done.at(-1)?.['result']).toMatchObject({ recorded: 1, rejectedRows: 1, rejectedFile: expect.stringMatching(/^77u\//) as string });
    });

    it('is for whoever is signed in and holds the role', async () => {
      expect((await send('stations', undefined)).status).toBe(401);
      for (const role of roles) {
        const { token } = await kemelak.person(`${role} at a desk`, role, { area: '1601' });
        const [stations, requirements] = [await linesOf(await send('stations', token)), await linesOf(await send('requirements', token, {}, plans))];
        expect([role, stations.at(-1)]).toMatchObject([role, role === 'admin' ? { result: {} } : { problem: { status: 403, code: 'forbidden' } }]);
        const plan = role === 'admin' || role === 'dispatcher';
        expect([role, requirements.at(-1)]).toMatchObject([role, plan ? { result: { rows: 1, rejectedRows: 0 } } : { problem: { code: 'forbidden' } }]);
      }
    });

    it('takes files, of the kinds there are', async () => {
      const { token } = await kemelak.person('admin elsewhere', 'admin', { area: '1601' });
      expect((await send('votes', token)).status).toBe(404);
      const json = await send('stations', token, { 'Content-Type': 'application/json' });
      expect([json.status, await json.json()]).toMatchObject([415, { code: 'unsupported-media-type' }]);
      expect((await linesOf(await send('requirements', token))).at(-1)).toEqual({ refused: expect.stringContaining('There is no column warehouse') as string });
    });
  });

  const list = realList('tps-oku-2024.csv');
  if (list !== undefined)
    it('takes the real list of three regencies', async () => {
      const { columns, rows, commands, rejections } = await imports('stations', readFileSync(list), { dryRun: true });
      expect({ rows, commands, rejections }).toEqual({ rows: 728, commands: 1_225 + 2_180 + 1_352, rejections: [] });
      expect(columns.every(({ is }) => is === 'known')).toBe(true);
    });
});
