import type { Schemas } from '../../../shared/api/names.ts';
import type { Entry } from '../../../shared/offline/index.ts';
import type { Verdict } from './judge.ts';
import { Loading } from './loading.ts';

const id = (number: number): string => `018c2207-0000-7000-8000-a1${String(number).padStart(10, '0')}`;
const run = '018c2207-0000-7000-8000-b10000000002';
const station = '1601141011-007';
const line = (number: number, more: Partial<Schemas['ManifestLine']> = {}): Schemas['ManifestLine'] => ({
  box: id(number),
  station,
  contest: ['president', 'dpr'][number % 2] ?? null,
  seals: ['S-001'],
  planned: true,
  missing: false,
  state: 'not-loaded',
  loaded: null,
  ...more,
});
const elsewhere = (number: number, dispatch: string | null): Schemas['PlannedBox'] => ({
  box: id(number),
  station: '1601150002-001',
  contest: 'president',
  dispatch,
  destination: dispatch === null ? null : '160115',
});

const truck = (...lines: readonly Schemas['ManifestLine'][]): Loading => {
  const loading = new Loading();
  loading.know({ lines, elsewhere: [elsewhere(8, run), elsewhere(9, null)], isOurs: (of) => of.startsWith('1601') });
  return loading;
};
const taken = (loading: Loading, code: string): Verdict => loading.take(code).verdict;
const label = (box: string, of: string): string => `https://saksi.example/gudang/box/${of}/${box}`;
const entry = (more: Partial<Entry>): Entry => ({
  id: 'entry-1',
  order: 1,
  author: '',
  device: '',
  seq: 1,
  name: 'logistics.load-box',
  stream: '',
  alarm: false,
  savedAt: 0,
  sealed: '',
  state: 'waiting',
  ...more,
});
const refused = { type: '', title: '', status: 409, detail: '', code: 'objection' };

describe('a box before the truck', () => {
  it('goes onto it when it is on the manifest, and counts from then on', () => {
    const loading = truck(line(1), line(2));
    expect(taken(loading, id(1))).toMatchObject({ kind: 'right', box: { box: id(1), station } });
    expect([...loading.current().loaded]).toEqual([id(1)]);
  });

  it('is on it already', () => {
    const loading = truck(line(1), line(2, { state: 'on-truck' }));
    taken(loading, id(1));
    expect([taken(loading, id(1)).kind, taken(loading, id(2)).kind, loading.current().keptOff]).toEqual(['again', 'again', 0]);
  });

  it('belongs on another truck', () =>
    expect(taken(truck(line(1)), id(8))).toMatchObject({ kind: 'wrong', why: 'of-another-run', belongs: { dispatch: run, destination: '160115' } }));

  it('belongs on no truck', () => expect(taken(truck(line(1)), id(9))).toMatchObject({ kind: 'wrong', why: 'of-no-run' }));

  it('was told to be on this truck without a plan, and came off', () =>
    expect(taken(truck(line(8, { planned: false, state: 'gone-on' })), id(8))).toMatchObject({ kind: 'wrong', why: 'of-another-run' }));

  it('bears no seal', () => expect(taken(truck(line(1, { seals: [] })), id(1))).toMatchObject({ kind: 'wrong', why: 'not-sealed' }));

  it('is no box at all', () =>
    expect(taken(truck(line(1)), 'https://example.org/')).toEqual({ kind: 'unknown', why: 'no-label', code: 'https://example.org/' }));

  it.each(['A10000000099', '1601150002-009'])('is none that this phone knows, by a code that does not say which: %s', (code) =>
    expect(taken(truck(line(1)), code)).toEqual({ kind: 'unknown', why: 'no-id', code }),
  );

  it('is a planned one of which only its label says the station', () =>
    expect(taken(truck(line(1, { station: null })), label(id(1), station))).toMatchObject({ kind: 'right', box: { box: id(1), station } }));

  it('is one of several of its station until only one is left', () => {
    const loading = truck(line(1), line(2));
    expect(taken(loading, station)).toMatchObject({ kind: 'several', boxes: [{ box: id(1) }, { box: id(2) }] });
    taken(loading, id(1));
    expect(taken(loading, station)).toMatchObject({ kind: 'right', box: { box: id(2) } });
  });
});

describe('a box that this phone does not know', () => {
  it('is told by what its label says', () => {
    const loading = truck(line(1));
    expect(taken(loading, label(id(7), '1601150002-009'))).toEqual({
      kind: 'wrong',
      why: 'stranger',
      box: { box: id(7), station: '1601150002-009', contest: null },
    });
    expect(loading.current().keptOff).toBe(1);
  });

  it('is none of this person’s to write of when its station is outside of their area: the label, or whoever reads it, says so', () => {
    const loading = truck(line(1));
    const far = { kind: 'wrong', why: 'outside', box: { box: id(7), station: '1608011001-009', contest: null } };
    expect(taken(loading, label(id(7), '1608011001-009'))).toEqual(far);
    expect(loading.name(loading.take(id(7)), '1608011001-009')?.verdict).toEqual(far);
    expect(loading.current().keptOff).toBe(2);
  });

  it('is asked for its station when the label does not say it, and counts once it is said', () => {
    const loading = truck(line(1));
    const scan = loading.take(id(7));
    expect([scan.verdict, loading.current().keptOff]).toEqual([{ kind: 'nameless', id: id(7) }, 0]);
    expect(loading.name(scan, '1601150002-009')?.verdict).toMatchObject({ kind: 'wrong', why: 'stranger', box: { box: id(7), station: '1601150002-009' } });
    expect([loading.current().scans[0]?.verdict.kind, loading.current().keptOff]).toEqual(['wrong', 1]);
    expect(loading.name(loading.take(id(1)), station)).toBeUndefined();
  });

  it('hears where it belongs once what waited was carried', () => {
    const loading = truck(line(1));
    loading.waits(loading.take(label(id(7), station)), 'entry-1');
    loading.hear([entry({ state: 'waiting' })]);
    expect(loading.current().scans[0]?.notices).toBeUndefined();
    const notices = [{ code: 'logistics.box-not-on-this-run', message: 'Kotak ini bukan muatan pengiriman ini.', details: {} }];
    loading.hear([entry({ state: 'recorded', receipt: receipt(notices) })]);
    expect(loading.current().scans[0]?.notices).toEqual(notices);
  });

  it('hears that it was not taken', () => {
    const loading = truck(line(1));
    loading.waits(loading.take(label(id(7), station)), 'entry-1');
    loading.hear([entry({ state: 'to-decide', problem: refused })]);
    expect([loading.current().scans[0]?.problem, loading.current().keptOff]).toEqual([refused, 1]);
  });
});

describe('what the server says of it', () => {
  it('takes it off again: it does not count, and the reason is shown', () => {
    const loading = truck(line(1));
    loading.refuse(loading.take(id(1)), refused);
    const { scans, loaded, keptOff } = loading.current();
    expect([scans[0]?.problem, [...loaded], keptOff]).toEqual([refused, [], 1]);
  });

  it('says where a wrong one belongs', () => {
    const loading = truck(line(1));
    const notices = [{ code: 'logistics.box-not-on-this-run', message: 'Kotak ini bukan muatan pengiriman ini.', details: {} }];
    loading.kept(loading.take(id(8)), receipt(notices));
    expect(loading.current().scans[0]?.notices).toEqual(notices);
  });

  it('has on the truck what was sealed meanwhile', () => {
    const loading = truck(line(1, { seals: [] }));
    loading.kept(loading.take(id(1)), receipt());
    expect([loading.current().scans[0]?.verdict.kind, [...loading.current().loaded], loading.current().keptOff]).toEqual(['right', [id(1)], 0]);
  });
});

it('a box that came off the truck may go onto it again', () => {
  const loading = truck(line(1));
  const { verdict } = loading.take(id(1));
  if (verdict.kind === 'right') loading.takeOff(verdict.box);
  expect([...loading.current().loaded]).toEqual([]);
  expect(taken(loading, id(1)).kind).toBe('right');
});

const receipt = (notices?: Schemas['Receipt']['notices']): Schemas['Receipt'] => ({
  command: id(1),
  stream: `box-${id(1)}`,
  firstRevision: 0,
  lastRevision: 0,
  position: '1',
  contradicts: [],
  marks: [],
  ...(notices && { notices }),
});
