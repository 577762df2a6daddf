import type { Content } from '../entry/content.ts';
import { withHistory, withWhereabouts } from './boxes.ts';

const at = '2024-02-12T02:00:00.000Z';
const told = (name: string, body: Content['body'] = {}): Content => ({
  name: `logistics.${name}`,
  headers: { 'Saksi-Occurred-At': at },
  body: { box: 'b1', ...body },
});

describe('what became of a box, with what waits', () => {
  const history = { items: [{ event: 'e1', what: 'logistics.box-packed.v1', at: '2024-02-12T09:00:00.000+07:00' }] };
  const whats = (...waiting: readonly Content[]) => withHistory(history, { box: 'b1' }, waiting).items.map(({ what }) => what.split('.')[1]);

  it('stands in the order in which it happened', () => {
    expect(whats(told('seal-box', { seals: ['S-1'] }))).toEqual(['box-packed', 'box-sealed']);
    const later = { items: history.items.map((each) => ({ ...each, at: '2024-02-12T09:00:00.001+07:00' })) };
    expect(withHistory(later, { box: 'b1' }, [told('break-seal', { seal: 'S-1' })]).items[0]).toMatchObject({
      what: 'logistics.seal-broken.v1',
      seals: ['S-1'],
    });
  });

  it('has the circumstances in the words of whoever told of them here', () =>
    expect(
      withHistory({ items: [] }, { box: 'b1' }, [told('report-box-loss', { circumstances: { value: 'Pintu jebol.' }, lastSeen: { value: 'Di A-4.' } })]).items,
    ).toMatchObject([{ what: 'logistics.box-loss-reported.v1', circumstances: 'Pintu jebol.', lastSeen: 'Di A-4.', seals: [] }]));

  it('is of no other box, and tells of no attempt that was kept off a truck', () =>
    expect(whats({ ...told('seal-box'), body: { box: 'b2' } }, told('load-box', { loaded: false }))).toEqual(['box-packed']));
});

describe('where boxes are, with what waits', () => {
  const boxes = { items: [{ box: 'b1', place: 'in-warehouse', warehouse: 'w', since: '2024-02-12T08:00:00.000+07:00' }] };
  const where = (args: object, ...waiting: readonly Content[]) => withWhereabouts(boxes, args, waiting).items[0];

  it.each([
    ['report-box-loss', {}, { place: 'unknown', warehouse: null, what: 'logistics.box-loss-reported.v1', since: at }],
    ['load-box', { loaded: true, dispatch: 'r1' }, { place: 'on-truck', dispatch: 'r1', truck: 'loading', warehouse: null }],
    ['load-box', { loaded: false, dispatch: 'r1' }, { place: 'in-warehouse', warehouse: 'w' }],
    ['receive-box', { village: '1601141011', dispatch: 'r1' }, { place: 'at-office', village: '1601141011' }],
    ['hand-box-to-station', {}, { place: 'at-station' }],
    ['return-box', { village: '1601141011' }, { place: 'at-office', warehouse: null }],
    ['return-box', { village: '1601141011', warehouse: 'v' }, { place: 'in-warehouse', warehouse: 'v', zone: null }],
    ['seal-box', { seals: ['S-1'] }, { place: 'in-warehouse', warehouse: 'w' }],
  ])('moves one by %s %j', (name, body, standing) => expect(where({}, told(name, body))).toMatchObject(standing));

  it('keeps where it went afterwards, and what is asked of an instant', () => {
    expect(where({ at }, told('report-box-loss'))).toMatchObject({ place: 'in-warehouse' });
    const since = '2024-02-12T09:00:01.000+07:00';
    const later = { items: boxes.items.map((each) => ({ ...each, since })) };
    expect(withWhereabouts(later, {}, [told('report-box-loss')]).items[0]).toMatchObject({ place: 'in-warehouse', since });
  });
});
