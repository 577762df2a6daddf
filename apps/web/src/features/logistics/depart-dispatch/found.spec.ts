import { isWhole, nothingFound, sealsOn, told, type Found, type Look } from './found.ts';

const planned = { as: 'planned', other: '' } as const;
const run = { driver: 'planned-driver' };
const asPlanned: Found = { escort: new Set(), seals: 'trk-001 TRK-002 ', isBare: false, seen: { plate: planned, driver: planned, escort: planned } };
const but = (look: Look, other: string): Found => ({ ...asPlanned, seen: { ...asPlanned.seen, [look]: { as: 'other', other } } });

describe('what two people find at a truck', () => {
  it('is its seals, when the rest is as planned', () => expect(told(asPlanned, run, 'new')).toEqual({ seals: ['TRK-001', 'TRK-002'] }));

  it('is that it bears none', () => expect(told({ ...asPlanned, seals: '', isBare: true }, run, 'new')).toEqual({ seals: [] }));

  it('is another plate, kept with the planned driver', () =>
    expect(told(but('plate', ' bg 9 fz '), run, 'new')).toEqual({ seals: ['TRK-001', 'TRK-002'], driver: 'planned-driver', vehicle: { value: 'BG 9 FZ' } }));

  it('is another driver', () => expect(told(but('driver', 'Sopir Lain'), run, 'new')).toMatchObject({ driver: 'new', driverName: { value: 'Sopir Lain' } }));

  it('is who goes along instead, with an account or without, or that nobody does', () => {
    const escort = (other: string, ...accounts: readonly string[]) => told({ ...but('escort', other), escort: new Set(accounts) }, run, 'new');
    expect(escort(' ', 'a7', 'a8')).toEqual({ seals: ['TRK-001', 'TRK-002'], escort: ['a7', 'a8'] });
    expect(escort('Bripda Contoh, Polsek ')).toMatchObject({ escort: [], escortOthers: { value: 'Bripda Contoh, Polsek' } });
    expect(escort(' ').escort).toEqual([]);
  });
});

describe('it is whole', () => {
  it('once the seals and each of the others were looked at', () => expect([isWhole(asPlanned), isWhole(nothingFound)]).toEqual([true, false]));
  it('not while something is typed that no seal bears', () =>
    expect([sealsOn({ ...asPlanned, seals: 'TRK_1' }), isWhole({ ...asPlanned, seals: 'x' })]).toEqual([undefined, false]));
  it('not while another plate or driver is not named', () =>
    expect([isWhole(but('plate', ' ')), isWhole(but('driver', '')), isWhole(but('escort', ''))]).toEqual([false, false, true]));
});
