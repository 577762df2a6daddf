import { boxLoaded, boxPacked, boxReceived, dispatchArrived, dispatchDeparted } from '#logistics';
import { nightAtKemelak } from '#testing';
import { Believer, faultsOf } from '../../libs/logistics/src/testing/epcis.ts';
import type { EpcisDocument, EpcisEvent } from '../../libs/logistics/src/features/export-epcis/epcis-document.ts';
import type { Answer } from './support/ask.ts';
import { elsewhere, named, openKemelak, village, warehouse, type Kemelak, type Person } from './support/kemelak.ts';

/* Movements, exported by a whole Saksi over HTTP: more of them than a page holds. */

let kemelak: Kemelak;
let investigator: Person;
let dispatcher: Person;

const minute = 60_000;
const boxes = 300;
const boxOf = (number: number): string => named(`box ${number}`);
const run = named('run');
const begun = nightAtKemelak - 600 * minute;
const night = '2023-11-30T00:00:00%2B07:00';
const box = (number: number): string => `https://kpu.example/saksi/box/obj/${boxOf(number)}`;

beforeAll(async () => {
  kemelak = await openKemelak({ settings: { SAKSI_IDENTIFIERS: 'https://kpu.example/saksi', SAKSI_AFTER_TIMEOUT: '20000' } });
  investigator = await kemelak.person('investigator', 'investigator', 'everywhere');
  dispatcher = await kemelak.person('dispatcher', 'dispatcher', { area: '1601' });
  const tell = async (number: number): Promise<void> => {
    const station = `${village}-${String(number).padStart(3, '0')}`;
    const stream = `box-${boxOf(number)}`;
    const draws = [{ lot: named('lot'), draw: named(`draw ${number}`) }];
    await kemelak.given(stream, [boxPacked({ station, contest: 'president', warehouse, zone: named('zone'), draws })], begun + number * 1_000);
    await kemelak.given(stream, [boxLoaded({ station, dispatch: run })], begun + 60 * minute + number * 1_000);
    if (number > 0) await kemelak.given(stream, [boxReceived({ station, dispatch: run, village, seals: [] })], begun + 300 * minute);
  };
  await Promise.all(Array.from({ length: boxes }, (_, number) => tell(number)));
  await kemelak.given(`dispatch-${run}`, [dispatchDeparted({ destination: village, missing: [] })], begun + 120 * minute);
  await kemelak.given(`dispatch-${run}`, [dispatchArrived({ destination: village, village })], begun + 240 * minute);
}, 120_000);
afterAll(() => kemelak.close());

/** After all that was written. */
const ask = async (query: string, as: Person, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  kemelak.ask({ to: `/api/logistics/export-epcis?${query}`, as, headers: { 'saksi-after': String(await kemelak.head()), ...headers }, language: 'en' });

const eventsIn = ({ body }: Answer): readonly EpcisEvent[] => (body as unknown as EpcisDocument).epcisBody.eventList;

describe('GET /api/logistics/export-epcis', () => {
  it('answers with one document, valid by the schema of GS1, which says where every box is', async () => {
    const answer = await ask(`from=${night}`, investigator);
    expect(faultsOf(answer.body)).toEqual([]);
    const events = eventsIn(answer);
    // Packed, loaded, taken off the truck and accepted; the first box is on the truck still.
    expect(events).toHaveLength(boxes * 4 - 2 + 2);
    expect(events.map(({ eventTime }) => eventTime)).toEqual(events.map(({ eventTime }) => eventTime).toSorted());
    const believer = new Believer().read(events);
    expect(Array.from({ length: boxes }, (_, number) => believer.where(box(number)))).toEqual([
      `https://kpu.example/saksi/run/obj/${run}`,
      ...Array.from({ length: boxes - 1 }, () => `https://kpu.example/saksi/village/loc/${village}`),
    ]);
  });

  it('says what it is, how far the log was, and nothing of a demonstration', async () => {
    const { headers, body, status } = await ask(`from=${night}&area=1601`, dispatcher);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="saksi-epcis-2023-11-30-2023-12-01.json"',
      'gs1-epcis-version': '2.0.0',
      'saksi-position': String(await kemelak.head()),
    });
    expect(body).toMatchObject({ type: 'EPCISDocument', schemaVersion: '2.0', 'saksi:area': '1601' });
    expect(body).not.toHaveProperty('saksi:demonstration');
  });

  it('keeps to the area', async () => expect(eventsIn(await ask(`from=${night}&area=${elsewhere.slice(0, 4)}`, investigator))).toEqual([]));

  it.each([
    ['everything, for whoever holds their role in an area', `from=${night}`, 404, 'not-found'],
    ['no span', '', 400, 'invalid-fields'],
    ['an instant without an offset', 'from=2023-11-30T00:00:00', 400, 'invalid-fields'],
  ])('refuses %s before it sends anything', async (_, query, status, code) => {
    const answer = await ask(query, dispatcher);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });
});
