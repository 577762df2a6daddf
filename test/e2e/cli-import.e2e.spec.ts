import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stationIdOf } from '#deployment';
import { boxIdOf } from '#logistics';
import { temporaryFolder } from '../support/server/folder.ts';
import { logOf } from '../support/server/log.ts';
import { Server } from '../support/server/server.ts';
import { setStage } from '../support/server/stage.ts';
import { expectRefusal, operator, saksi } from './cli-process.ts';

describe('saksi import', () => {
  const { folder: all, remove } = temporaryFolder();
  const data = join(all, 'data');
  const list = join(all, 'tps.csv');
  const rejected = join(all, 'tps.rejected.csv');
  let server: Server;

  beforeAll(async () => {
    await setStage(data);
    server = await Server.start({ folder: data });
    await server.url();
    const rows = Array.from({ length: 300 }, (_, index) => `1601141011;Kemelak;Baturaja Timur;OKU;${index + 1};${index === 6 ? 'dua ratus' : 250}`);
    writeFileSync(list, ['kode desa;desa;kecamatan;kabupaten;no tps;dpt', ...rows].join('\r\n'));
  }, 300_000);
  afterAll(async () => {
    await server.stop();
    remove();
  });

  it('explains itself', async () => {
    expect((await saksi(['import', 'stations', '--help'], { data })).out).toContain('Examples:\n  saksi import stations stations.xlsx --dry-run\n');
    expect((await saksi(['import', 'stations'], { data })).code).toBe(2);
    expectRefusal(await saksi(['import', 'stations', join(all, 'none.csv')], { data }), 'none.csv');
  });

  it('records nothing in a dry run', async () => {
    const { code, out } = await saksi(['import', 'stations', list, '--dry-run', '--rejected', join(all, 'dry.csv')], { data });
    expect([code, out]).toEqual([1, expect.stringContaining('300 rows: 299 could be recorded, 1 row rejected.\n')]);
  });

  it('records what it can through the running server, and writes the rest to a file', async () => {
    const { code, out } = await saksi(['import', 'stations', list], { data });
    expect(code).toBe(1);
    expect(out).toContain(
      'line 8, dpt "dua ratus": It must be a whole number without points or commas.\n300 rows: 299 recorded, 0 recorded before, 1 row rejected.\n',
    );
    const [, row] = readFileSync(rejected, 'utf8').split('\r\n');
    expect(row).toContain('8;dpt;dua ratus;');
  });

  it('takes the corrected file, and changes nothing when all of it comes again', async () => {
    writeFileSync(rejected, readFileSync(rejected, 'utf8').replace('dua ratus', '200'));
    expect(await saksi(['import', 'stations', rejected], { data })).toEqual({
      code: 0,
      out: '1 row: 1 recorded, 0 recorded before, 0 rows rejected.\n',
      err: '',
    });
    expect((await saksi(['import', 'stations', list, '--language', 'id'], { data })).out).toContain(
      '300 rows: 0 recorded, 299 recorded before, 1 row rejected.\n',
    );
    expect(readFileSync(rejected, 'utf8')).toContain(';OKU;7;200;');
    expect(readFileSync(join(all, 'tps.rejected-2.csv'), 'utf8')).toContain('Harus bilangan bulat');
    const events = await logOf(server, ['deployment.station-registered.v1']);
    expect(events).toHaveLength(300);
    expect(events.find(({ stream }) => stream === `station-${stationIdOf('1601141011-007')}`)).toMatchObject({
      data: { voters: 200 },
      metadata: { actor: { user: operator } },
    });
  });

  it('plans what boxes are to hold', async () => {
    const boxes = join(all, 'kotak.csv');
    writeFileSync(boxes, 'kode tps;pemilihan;item:ballot-president;item:seal\r\n1601141011-007;president;293;4\r\n1601141011-008;president;;\r\n');
    const { code, out } = await saksi(['import', 'boxes', boxes], { data });
    expect([code, out]).toEqual([1, expect.stringContaining('2 rows: 1 recorded, 0 recorded before, 1 row rejected.\n')]);
    expect(readFileSync(join(all, 'kotak.rejected.csv'), 'utf8')).toContain('This row names nothing to put into the box.');
    expect((await saksi(['import', 'boxes', boxes], { data })).out).toContain('2 rows: 0 recorded, 1 recorded before, 1 row rejected.\n');
    expect((await logOf(server, ['logistics.box-planned.v1'])).map(({ stream }) => stream)).toEqual([`box-plan-${boxIdOf('1601141011-007', 'president')}`]);
  });

  it('works on the folder itself when no server runs', async () => {
    await server.stop();
    expect((await saksi(['import', 'stations', rejected], { data })).out).toBe('1 row: 0 recorded, 1 recorded before, 0 rows rejected.\n');
  });
});
