import { createHash } from 'node:crypto';
import { stationIdOf } from '#deployment';
import { naturalId } from '#kernel';
import type { Answer, Api } from '../support/server/api.ts';
import { logOf } from '../support/server/log.ts';
import type { Server } from '../support/server/server.ts';
import type { Stage } from '../support/server/stage.ts';

interface LastLine {
  readonly result?: unknown;
  readonly problem?: unknown;
}

export interface NodesOfOneLog {
  readonly node: (index: 0 | 1) => { readonly server: Server; readonly api: Api };
  readonly stage: () => Stage;
}

const id = (what: string): string => naturalId('nodes-logistics', what);
const photo = Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(9_000, 7), Buffer.from('ffd9', 'hex')]);

/** What came with logistics and deployment, on two nodes: pictures lie where both reach them, and a list belongs to no node. */
export function logisticsOnTwoNodes({ node, stage }: NodesOfOneLog): void {
  const tell = (on: 0 | 1, who: keyof Stage['people'], name: string, body: object): Promise<Answer> =>
    node(on).api.command(`logistics.${name}`, stage().people[who].token, id(`${name} ${JSON.stringify(body)}`), body);
  const positionOf = ({ body }: Answer): string => (JSON.parse(body) as { position: string }).position;
  const stationRows = (count: number): string =>
    [
      'kode_desa,desa,kecamatan,kabupaten,no_tps,dpt',
      ...Array.from({ length: count }, (_, row) => `1601141011,Kemelak,Baturaja Timur,OKU,${row + 1},250`),
    ].join('\n');

  /** What the last line of a node's answer to a list says. */
  async function lastLine(on: 0 | 1, run: string, list: string): Promise<LastLine> {
    const response = await fetch(`${node(on).api.url}/api/imports/stations`, {
      method: 'POST',
      body: list,
      headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${stage().people.admin.token}`, 'idempotency-key': run },
    });
    expect(response.status).toBe(200);
    return JSON.parse((await response.text()).trim().split('\n').at(-1) ?? '') as LastLine;
  }

  /** What became of a list that is sent to a node. A machine with other work may be too slow for the log's patience: then it is sent again, as the answer says. */
  async function imported(on: 0 | 1, run: string, list: string): Promise<unknown> {
    for (;;) {
      const { result, problem } = await lastLine(on, run, list);
      if (result !== undefined) return result;
      expect(problem).toMatchObject({ status: 503, retryAfter: expect.any(Number) as number });
    }
  }

  it('keep the picture of a zone where both can show it, after they were told of it by one', async () => {
    const [warehouse, zone, digest] = [id('warehouse'), id('zone'), createHash('sha256').update(photo).digest('hex')];
    const told = [
      await tell(0, 'admin', 'register-warehouse', { warehouse, village: '1601141011', name: 'Gudang Dua Simpul' }),
      await tell(1, 'admin', 'add-zone', { warehouse, zone, code: 'A-1', name: 'Surat suara' }),
      await tell(0, 'dispatcher', 'record-condition-check', { warehouse, zone, found: ['leak'], photos: [digest] }),
      await tell(1, 'dispatcher', 'photograph-zone', { warehouse, zone, photo: digest, zonePhoto: { value: photo.toString('base64') } }),
    ];
    expect(told.map(({ status, body }) => [status, status === 201 ? '' : body])).toEqual(told.map(() => [201, '']));
    const after = positionOf(told.at(-1) as Answer);
    for (const on of [0, 1] as const) {
      const shown = await node(on).api.ask(`/api/logistics/zone-photo?warehouse=${warehouse}&photo=${digest}`, stage().people.investigator.token, {
        headers: { 'saksi-after': after },
      });
      expect([on, shown.status, JSON.parse(shown.body)]).toEqual([on, 200, expect.objectContaining({ zone, zonePhoto: photo.toString('base64') })]);
    }
  });

  it('record each row once of a list that is sent to both at the same time, and know on one what was sent to the other', async () => {
    const list = stationRows(60);
    const both = await Promise.all([imported(0, id('run'), list), imported(1, id('run'), list)]);
    expect(both).toEqual([expect.objectContaining({ rows: 60, rejectedRows: 0 }), expect.objectContaining({ rows: 60, rejectedRows: 0 })]);
    expect(await imported(1, id('another run'), list)).toMatchObject({ recorded: 0, unchanged: 60, rejectedRows: 0 });
    const events = await logOf(node(0).server, ['deployment.station-registered.v1']);
    expect(events.map(({ stream }) => stream).sort()).toEqual(
      Array.from({ length: 60 }, (_, row) => `station-${stationIdOf(`1601141011-${String(row + 1).padStart(3, '0')}`)}`).sort(),
    );
  });
}
