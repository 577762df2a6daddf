import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { withManifest } from './manifest.ts';
import { withRuns } from './runs.ts';

const at = '2024-02-12T02:00:00.000Z';
const run = 'r1';
const told = (name: string, body: Content['body']): Content => ({ name: `logistics.${name}`, headers: { 'Saksi-Occurred-At': at }, body });
const load = (box: string, dispatch = run): Content => told('load-box', { box, station: '1601141011-007', dispatch, loaded: true });
const line = (box: string, state: Schemas['ManifestLine']['state']): Partial<Schemas['ManifestLine']> => ({ box, state, missing: false, planned: true });

describe('what a run carries, with what waits', () => {
  const manifest = { status: 'planned', lines: [line('b1', 'not-loaded'), line('b2', 'on-truck')] };
  const states = (...waiting: readonly Content[]) => withManifest(manifest, { dispatch: run }, waiting).lines.map(({ box, state }) => [box, state]);

  it('has the boxes that were loaded here', () => expect(states(load('b1'))).toContainEqual(['b1', 'on-truck']));
  it('also one that it was not planned for', () => expect(states(load('b3'))).toContainEqual(['b3', 'on-truck']));
  it('but none that was kept off', () => expect(states(told('load-box', { box: 'b1', dispatch: run }))).toContainEqual(['b1', 'not-loaded']));
  it('and none that went onto another truck since', () => expect(states(load('b2', 'r2'))).toContainEqual(['b2', 'gone-on']));
  it('leaves alone a box that another run took before it was here', () => expect(states(load('b1', 'r2'))).toContainEqual(['b1', 'not-loaded']));

  it.each([
    ['received', told('receive-box', { box: 'b2', dispatch: run }), 'received'],
    ['brought back', told('return-box', { box: 'b2' }), 'gone-on'],
    ['lost', told('report-box-loss', { box: 'b2' }), 'lost'],
    ['handed over', told('hand-box-to-station', { box: 'b2' }), 'gone-on'],
  ])('says of one that it was %s here', (_, content, state) => expect(states(content)).toContainEqual(['b2', state]));

  it('left, without what was named as missing, and arrived', () => {
    const depart = told('depart-dispatch', { dispatch: run, missing: ['b1'] });
    const left = withManifest(manifest, { dispatch: run }, [depart]);
    expect([left.status, left.lines.map(({ missing }) => missing)]).toEqual(['under-way', [true, false]]);
    expect(left).toMatchObject({ truckSeals: null, foundVehicle: null, foundEscort: null });
    expect(withManifest(manifest, { dispatch: run }, [depart, told('arrive-dispatch', { dispatch: run })]).status).toBe('arrived');
  });
});

describe('a truck that left here', () => {
  const after = (body: Content['body']) =>
    withManifest({ status: 'planned', lines: [] }, { dispatch: run }, [told('depart-dispatch', { dispatch: run, missing: [], seals: ['TRK-1'], ...body })]);

  it('bears the seals that were put on', () => expect(after({})).toMatchObject({ truckSeals: ['TRK-1'], foundDriver: null, foundDriverName: null }));
  it('is not as planned where that was said', () =>
    expect(
      after({ driver: 'd2', driverName: { value: 'Sopir Lain' }, vehicle: { value: 'BG 9' }, escort: [], escortOthers: { value: 'Bripda Contoh' } }),
    ).toMatchObject({
      foundVehicle: 'BG 9',
      foundDriver: 'd2',
      foundDriverName: 'Sopir Lain',
      foundEscort: [],
      foundEscortOthers: 'Bripda Contoh',
    }));
  it('has its planned driver when only the plate is another', () => expect(after({ driver: 'd1', vehicle: { value: 'BG 9' } }).foundDriver).toBeNull());
});

describe('the board of runs, with what waits', () => {
  const board = {
    items: [
      { dispatch: run, status: 'planned', onTruck: 1, received: 0, overdue: true, checkpoint: null },
      { dispatch: 'r2', onTruck: 0 },
    ],
  };
  const after = (...waiting: readonly Content[]) => withRuns(board, {}, waiting).items;

  it('counts what was loaded here, for its own run', () => expect(after(load('b1')).map(({ onTruck }) => onTruck)).toEqual([2, 0]));
  it('counts what was taken off at the office', () =>
    expect(after(told('receive-box', { box: 'b2', dispatch: run }))[0]).toMatchObject({ onTruck: 0, received: 1 }));

  it.each([
    ['left', told('depart-dispatch', { dispatch: run, seals: ['TRK-1'] }), { status: 'under-way', since: at, truckSeals: ['TRK-1'], foundVehicle: null }],
    ['passed a checkpoint', told('record-checkpoint', { dispatch: run, checkpoint: 'Simpang' }), { status: 'under-way', checkpoint: 'Simpang' }],
    ['will be late', told('report-delay', { dispatch: run, reason: 'flood', due: at }), { delay: 'flood', due: at, overdue: false }],
    ['arrived', told('arrive-dispatch', { dispatch: run }), { status: 'arrived', overdue: false }],
  ])('says that a run %s', (_, content, standing) => expect(after(content)[0]).toMatchObject(standing));
});
