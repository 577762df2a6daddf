import { request } from 'undici';
import { formatWib } from '#kernel';
import { nightAtKemelak } from '#testing';
import { recordReads } from '#vault';
import { readPdf, type Read } from '../../libs/paper/src/testing/pdf.ts';
import type { Answer } from './support/ask.ts';
import { named, openKemelak, village, warehouse, type Kemelak, type Person } from './support/kemelak.ts';
import { boxes, destination, destruction, loadedRun, lot, run, stationOf } from './support/loaded-run.ts';

/* What is printed: for whom, with whose names, and the same whenever it is printed. */

const publicUrl = 'https://saksi.example:8443';
const minute = 60_000;

let kemelak: Kemelak;
let dispatcher: Person;
let investigator: Person;
let elsewhere: Person;
let guard: Person;
let admin: Person;

interface Pdf {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly read: Read;
}

async function pdf(to: string, as: Person, headers: Readonly<Record<string, string>> = {}): Promise<Pdf> {
  const answer = await request(new URL(to, kemelak.url), { headers: { authorization: `Bearer ${as.token}`, ...headers } });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('application/pdf');
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  return { bytes, headers: answer.headers, read: await readPdf(bytes) };
}

const ask = (to: string, as?: Person): Promise<Answer> => kemelak.ask({ to, ...(as && { as }) });
const ofRun = (what: string, more = ''): string => `/api/logistics/${what}?dispatch=${run}&destination=${destination}${more}`;
const ofLot = (what: string): string => `/api/logistics/${what}?lot=${lot}&warehouse=${warehouse}`;

beforeAll(async () => {
  kemelak = await openKemelak({ processes: true, settings: { SAKSI_PUBLIC_URL: publicUrl } });
  investigator = await kemelak.person('investigator', 'investigator', 'everywhere');
  elsewhere = await kemelak.person('dispatcher elsewhere', 'dispatcher', { area: '1604' });
  guard = await kemelak.person('guard of no warehouse', 'guard', { area: '1601' });
  admin = await kemelak.person('admin', 'admin', 'everywhere');
  ({ dispatcher } = await loadedRun(kemelak));
}, 120_000);
afterAll(() => kemelak.close());

describe('a waybill', () => {
  it('says who drives what where, and who let it go in both names', async () => {
    const { read, headers } = await pdf(ofRun('waybill-pdf'), dispatcher);
    const text = read.pages.join('\n');
    for (const said of [
      'Surat jalan',
      'BG 1234 FZ',
      'Sopir Contoh',
      'TRK-001 TRK-002',
      'Gudang Logistik KPU Kemelak',
      '29 dari 30',
      stationOf(0),
      'second',
      'dari perangkatnya sendiri',
    ])
      expect(text).toContain(said);
    const [, number = ''] = /(SJ-160114-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4})/.exec(text) ?? [];
    expect(headers['content-disposition']).toBe(`inline; filename="${number}.pdf"`);
    expect(await read.codesOn(1)).toEqual([{ format: 'QRCode', text: `${publicUrl}/gudang/run/${destination}/${run}` }]);
  });

  it('is the same, byte by byte, whoever prints it whenever', async () => {
    const first = await pdf(ofRun('waybill-pdf'), dispatcher);
    kemelak.clock.set(nightAtKemelak + 60 * minute);
    expect((await pdf(ofRun('waybill-pdf'), investigator)).bytes.equals(first.bytes)).toBe(true);
    const { read } = await pdf(ofRun('waybill-pdf', '&printed=true'), dispatcher);
    expect(read.pages.join('\n')).toContain('dicetak 1 Desember 2023');
  });

  it('speaks the language that is asked for', async () => {
    expect((await pdf(ofRun('waybill-pdf'), dispatcher, { 'accept-language': 'en' })).read.title).toContain('Waybill');
    expect((await pdf(ofRun('waybill-pdf', '&language=id'), dispatcher, { 'accept-language': 'en' })).read.title).toContain('Surat jalan');
  });

  it('is shown on a page with the same on it', async () => {
    const { status, body } = await ask(ofRun('waybill-paper'), dispatcher);
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: 'Surat jalan', language: 'id', printed: null, withheld: false, link: `${publicUrl}/gudang/run/${destination}/${run}` });
    const { read } = await pdf(ofRun('waybill-pdf'), dispatcher);
    for (const { value } of body['facts'] as readonly { value: string }[]) expect(read.pages.join('\n').replaceAll(/\s+/g, ' ')).toContain(value);
  });

  it('leaves a trace: whose names were read, by whom', async () => {
    await ask(ofRun('waybill-pdf'), investigator);
    kemelak.clock.set(nightAtKemelak + 90 * minute);
    await recordReads({ spool: kemelak.saksi.reads, record: kemelak.saksi.record });
    await kemelak.saksi.readModels.caughtUp(await kemelak.head());
    const span = new URLSearchParams({ from: formatWib(nightAtKemelak), to: formatWib(nightAtKemelak + 120 * minute), reader: investigator.user });
    const { items } = (await ask(`/api/vault/reads?${span.toString()}`, investigator)).body;
    expect(items).toContainEqual(expect.objectContaining({ view: 'logistics.waybill', subjects: [named('Sopir')] }));
  });

  it.each<[string, () => Person | undefined, number]>([
    ['nobody', () => undefined, 401],
    ['a guard', () => guard, 403],
    ['an admin, who reads no personal data', () => admin, 403],
    ['a dispatcher of another regency', () => elsewhere, 404],
  ])('is not for %s', async (_, who, status) => {
    for (const what of ['waybill', 'waybill-paper', 'waybill-pdf', 'manifest-pdf', 'run-receipt-pdf'])
      expect((await ask(ofRun(what), who())).status).toBe(status);
    for (const what of ['goods-receipt-paper', 'goods-receipt-pdf']) expect((await ask(ofLot(what), who())).status).toBe(status);
    expect((await ask(`/api/logistics/box-labels-pdf?area=${village}`, who())).status).toBe(status);
  });

  it('says what is wrong with the question', async () => {
    expect((await ask(ofRun('waybill-pdf', '&language=fr'), dispatcher)).body).toMatchObject({ code: 'invalid-fields', errors: [{ path: 'language' }] });
    expect((await ask(ofRun('waybill-pdf', '&copies=3'), dispatcher)).body).toMatchObject({ code: 'invalid-fields', errors: [{ path: 'copies' }] });
    expect((await ask(`/api/logistics/waybill-pdf?dispatch=${named('no run')}&destination=${destination}`, dispatcher)).body).toMatchObject({
      code: 'not-found',
    });
  });
});

it('a manifest lists every box with its seals', async () => {
  const { read } = await pdf(ofRun('manifest-pdf'), dispatcher);
  const text = read.pages.join('\n');
  for (const [index, box] of boxes.entries()) {
    expect(text).toContain(stationOf(index));
    expect(text).toContain(box.slice(-12).toUpperCase());
    expect(text).toContain(`KPU-${index + 100} KPU-${index + 500}`);
  }
});

it('a receipt for goods names what came, with what, and who saw it', async () => {
  const text = (await pdf(ofLot('goods-receipt-pdf'), dispatcher)).read.pages.join('\n');
  for (const said of [
    'BTTB',
    'SJ-2023/11/0147',
    '276.881',
    '276.981',
    'Dihitung 100 lebih sedikit dari surat jalan.',
    'KPU-0012345',
    'Pengangkut Contoh',
    'Saksi Contoh',
    'A-1 Kotak',
  ])
    expect(text).toContain(said);
});

it('a receipt for boxes says which seals do not fit, and what nobody has received', async () => {
  const text = (await pdf(ofRun('run-receipt-pdf'), dispatcher)).read.pages.join('\n').replaceAll(/\s+/g, ' ');
  expect(text).toContain(`(TPS ${stationOf(1)}) tidak cocok: dipasang KPU-101 KPU-501; ditemukan KPU-101 KPU-999.`);
  expect(text).toContain('Dimuat tetapi belum diterima');
  expect(text).toContain(stationOf(29));
});

it('minutes bear their own number, what was destroyed, and its witnesses', async () => {
  const { read, headers } = await pdf(`/api/logistics/destruction-minutes-pdf?destruction=${destruction}&village=${village}`, dispatcher);
  const text = read.pages.join('\n');
  for (const said of ['147/PP.08-BA/1601/2024', '1.000', 'Surat suara Presiden', 'Wakil kpu Contoh', 'Wakil bawaslu Contoh', 'Saksi POLRI'])
    expect(text).toContain(said);
  expect(headers['content-disposition']).toBe('inline; filename="147-PP.08-BA-1601-2024.pdf"');
});

describe('labels', () => {
  const labels = (query: string): Promise<Pdf> => pdf(`/api/logistics/box-labels-pdf?${query}`, dispatcher);
  const onPages = ({ read }: Pdf): readonly (number | undefined)[] => read.pages.map((page) => page.match(/1601141011-\d{3}/g)?.length);

  it('are printed for a run, a station, or chosen boxes', async () => {
    expect(onPages(await labels(`area=${destination}&dispatch=${run}`))).toEqual([24, 6]);
    expect(onPages(await labels(`area=${stationOf(3)}`))).toEqual([1]);
    expect(
      onPages(
        await labels(
          `area=${village}&${boxes
            .slice(0, 5)
            .map((box) => `boxes=${box}`)
            .join('&')}&skip=22`,
        ),
      ),
    ).toEqual([2, 3]);
  });

  it('lead to their box', async () => {
    const { read } = await labels(`area=${stationOf(3)}`);
    const box = boxes[3] ?? '';
    expect((await read.codesOn(1)).toSorted((one, other) => one.format.localeCompare(other.format))).toEqual([
      { format: 'Code128', text: box.slice(-12).toUpperCase() },
      { format: 'QRCode', text: `${publicUrl}/gudang/box/${stationOf(3)}/${box}` },
    ]);
  });
});
