import type { Fact } from '#kernel';
import { sealed } from '#testing';
import { boxHandedToStation, boxLoaded, boxPacked } from '../../domain/box.events.ts';
import { surplusDestroyed } from '../../domain/destruction.ts';
import { dispatchArrived, dispatchDeparted } from '../../domain/dispatch.ts';
import { damageReported, drawReturned, lossReported, lotInspected, quantityCorrected } from '../../domain/lot.events.ts';
import { requirementPlanned, warehouseRegistered } from '../../domain/warehouse.ts';
import { at, ofLot, ofWarehouse, projected, tell } from '../../testing/history.ts';
import { box, damaged, delivered, draw, drawn, drawnDamaged, driver, elsewhere, item, lot, warehouse, zone } from '../../testing/lots.ts';
import { stockMovements } from '../stock-movements/stock-movements.ts';
import type { Term } from '../../views/terms.ts';
import { type EquationFound, stockEquation } from './stock-equation.ts';

const circumstances = { actor: { user: driver, role: 'investigator' as const }, now: at('23:00') };
const of = { warehouse, item };
const otherLot = draw(9);

const kemelak = projected(
  ofWarehouse(requirementPlanned({ item, quantity: 275_000, basis: 'Keputusan KPU 1000/2023' }), '07:00'),
  tell(`warehouse-${elsewhere}`, warehouseRegistered({ village: '1604051002', name: 'Gudang Muaradua' }), '06:00'),
  tell(`lot-${otherLot}`, delivered(1_000, { warehouse: elsewhere }), '08:00'),
  ofLot(delivered(276_881), '08:00'),
  ofLot(delivered(9), '08:10'),
  ofLot(
    lotInspected({
      ...of,
      good: 980,
      damaged: [
        { cause: 'rain', quantity: 12 },
        { cause: 'handling', quantity: 8 },
      ],
    }),
    '09:00',
  ),
  ofLot(lotInspected({ ...of, good: 500, damaged: [] }), '09:30'),
  ofLot(drawn(1, 231), '10:00'),
  ofLot(drawn(1, 500), '10:01', '10:30', { contradicts: ['logistics.draw-already-made'] }),
  ofLot(drawReturned({ ...of, lot, draw: draw(1), quantity: 6, reason: 'not-needed' }), '11:00'),
  ofLot(damageReported({ ...of, cause: 'pest', quantity: 40 }), '12:00'),
  ofWarehouse(requirementPlanned({ item, quantity: 275_881, basis: 'Keputusan KPU 1395/2023' }), '12:00'),
  ofLot(lossReported({ ...of, quantity: 12 }), '13:00'),
  ofLot(quantityCorrected({ ...of, direction: 'less', quantity: 25, reason: 'counted-again', authority: 'BA-1' }), '14:00'),
);

const termsOf = (equation: EquationFound | undefined): Readonly<Record<string, number>> =>
  Object.fromEntries([...(equation?.cameIn ?? []), ...(equation?.isIn ?? [])].map(({ term, quantity }) => [term, quantity]));

describe('stock-equation', () => {
  it('says what came in, where it is, and what is beyond the plan', async () => {
    const [equation, ...others] = await kemelak.find(stockEquation, { warehouse }, circumstances);
    expect(others).toEqual([]);
    expect(termsOf(equation)).toEqual({
      packed: 0,
      'in-transit': 0,
      'handed-over': 0,
      destroyed: 0,
      received: 276_881,
      corrected: -25,
      stock: 276_881 - 25 - 20 - 225 - 40 - 12,
      drawn: 225,
      damaged: 60,
      lost: 12,
    });
    expect(equation).toMatchObject({ item, difference: 0, planned: 275_881, surplus: 1_000, alarms: [] });
  });

  it('says it as it was, and as it was known', async () => {
    const early = await kemelak.find(stockEquation, { warehouse, at: at('10:00') }, circumstances);
    expect(termsOf(early[0])).toMatchObject({ received: 276_881, stock: 276_881 - 20 - 231, drawn: 231, damaged: 20 });
    expect(early[0]).toMatchObject({ planned: 275_000, surplus: 1_881 });
    const unknown = await kemelak.find(stockEquation, { warehouse, knownAt: at('08:30') }, circumstances);
    expect(termsOf(unknown[0])).toMatchObject({ received: 276_881, stock: 276_881, drawn: 0 });
    expect(await kemelak.find(stockEquation, { warehouse, at: at('07:59') }, circumstances)).toEqual([]);
  });

  it('adds up over an area, and over all', async () => {
    const all = await kemelak.find(stockEquation, {}, circumstances);
    expect(termsOf(all[0])).toMatchObject({ received: 277_881 });
    expect(termsOf((await kemelak.find(stockEquation, { area: '1604' }, circumstances))[0])).toMatchObject({ received: 1_000, stock: 1_000 });
    expect(await kemelak.find(stockEquation, { area: '16', item: 'ink' }, circumstances)).toEqual([]);
  });

  it('names the facts behind each term', async () => {
    const movements = async (term: 'stock' | 'drawn' | 'damaged') => {
      const found = await kemelak.find(stockMovements, { warehouse, item, term }, circumstances);
      return [...found].sort((one, other) => (one.at < other.at ? -1 : 1)).map(({ what, quantity, draw: of }) => [what.slice(10, -3), quantity, of]);
    };
    expect(await movements('drawn')).toEqual([
      ['lot-drawn', 231, draw(1)],
      ['draw-returned', -6, draw(1)],
    ]);
    expect(await movements('damaged')).toEqual([
      ['lot-inspected', 20, null],
      ['damage-reported', 40, null],
    ]);
    const [equation] = await kemelak.find(stockEquation, { warehouse }, circumstances);
    for (const { term, events } of [...(equation?.cameIn ?? []), ...(equation?.isIn ?? [])])
      expect(await kemelak.find(stockMovements, { warehouse, item, term }, circumstances)).toHaveLength(events);
  });

  it('names those of one lot', async () => {
    const ofLotOnly = async (which: string) => (await kemelak.find(stockMovements, { warehouse, item, term: 'drawn', lot: which }, circumstances)).length;
    expect([await ofLotOnly(lot), await ofLotOnly(otherLot)]).toEqual([2, 0]);
  });
});

describe('what was drawn', () => {
  const station = '1601141011-007';
  const ofBox = (fact: Fact, clock: string, recorded?: string) => tell(`box-${box(1)}`, fact, clock, recorded);
  const gone = projected(
    ofLot(delivered(500), '08:00'),
    ofLot(drawn(1, 200), '08:30'),
    ofLot(drawn(2, 90, { kind: 'destruction', id: box(8) }), '08:40'),
    ofBox(boxPacked({ station, contest: 'president', warehouse, zone, draws: [{ lot, draw: draw(1) }] }), '09:00'),
    ofBox(boxLoaded({ station, dispatch: box(7) }), '10:00'),
    ofBox(boxHandedToStation({ station, receiver: driver, receiverName: sealed('Ketua KPPS') }), '12:00', '15:00'),
    tell(`destruction-${box(8)}`, surplusDestroyed({ village: '1601141011', minutes: 'BA-9', draws: [{ lot, draw: draw(2) }], witnesses: [] }), '16:00'),
  );
  const termsAt = async (clock: string, known?: string) => {
    const [equation] = await gone.find(stockEquation, { warehouse, at: at(clock), ...(known !== undefined && { knownAt: at(known) }) }, circumstances);
    expect(equation?.difference).toBe(0);
    return (equation?.isIn ?? []).filter(({ quantity }) => quantity > 0).map(({ term, quantity }) => [term, quantity]);
  };

  it('is where its box is, at each instant, and as it was known', async () => {
    expect(await termsAt('08:45')).toEqual([
      ['stock', 210],
      ['drawn', 290],
    ]);
    expect(await termsAt('09:30')).toEqual([
      ['stock', 210],
      ['drawn', 90],
      ['packed', 200],
    ]);
    expect(await termsAt('11:00')).toEqual([
      ['stock', 210],
      ['drawn', 90],
      ['in-transit', 200],
    ]);
    expect(await termsAt('13:00', '14:00')).toEqual([
      ['stock', 210],
      ['drawn', 90],
      ['in-transit', 200],
    ]);
    expect(await termsAt('17:00')).toEqual([
      ['stock', 210],
      ['handed-over', 200],
      ['destroyed', 90],
    ]);
  });

  it('is destroyed when it was damaged and drawn for that', async () => {
    const burnt = projected(
      ofLot(delivered(500), '08:00'),
      ofLot(damaged(90), '08:30'),
      ofLot(drawnDamaged(3, 80), '08:40'),
      ofLot(drawReturned({ warehouse, item, lot, draw: draw(3), quantity: 10, condition: 'damaged', reason: 'not-needed' }), '08:50'),
      tell(`destruction-${box(8)}`, surplusDestroyed({ village: '1601141011', minutes: 'BA-9', draws: [{ lot, draw: draw(3) }], witnesses: [] }), '16:00'),
    );
    const terms = async (clock: string) => {
      const [equation] = await burnt.find(stockEquation, { warehouse, at: at(clock) }, circumstances);
      expect(equation?.difference).toBe(0);
      return Object.fromEntries((equation?.isIn ?? []).filter(({ quantity }) => quantity > 0).map(({ term, quantity }) => [term, quantity]));
    };
    expect(await terms('08:45')).toEqual({ stock: 410, damaged: 10, drawn: 80 });
    expect(await terms('09:00')).toEqual({ stock: 410, damaged: 20, drawn: 70 });
    expect(await terms('17:00')).toEqual({ stock: 410, damaged: 20, destroyed: 70 });
  });

  it('is where its run is, when it goes with one as it is, at each instant, and as it was known', async () => {
    const destination = '160114';
    const ofRun = (fact: Fact, clock: string, recorded?: string) => tell(`dispatch-${box(7)}`, fact, clock, recorded);
    const bulk = projected(
      ofLot(delivered(500), '08:00'),
      ofLot(drawn(1, 200, { kind: 'dispatch', id: box(7) }), '08:30'),
      ofRun(dispatchDeparted({ destination, missing: [] }), '10:00'),
      ofRun(dispatchArrived({ destination, village: '1601141011' }), '12:00', '15:00'),
    );
    const where = async (clock: string, known = '23:00') => {
      const [equation] = await bulk.find(stockEquation, { warehouse, at: at(clock), knownAt: at(known) }, circumstances);
      expect(equation?.difference).toBe(0);
      return (equation?.isIn ?? []).find(({ term, quantity }) => term !== 'stock' && quantity === 200)?.term;
    };
    expect([await where('09:00'), await where('11:00'), await where('13:00', '14:00'), await where('13:00')]).toEqual([
      'drawn',
      'in-transit',
      'in-transit',
      'handed-over',
    ]);
    const behind = await bulk.find(stockMovements, { warehouse, item, term: 'handed-over' }, circumstances);
    expect(behind.map(({ draw: of }) => of)).toEqual([draw(1)]);
  });

  it('has its facts behind the term where it is now', async () => {
    const behind = async (term: Term) => (await gone.find(stockMovements, { warehouse, item, term }, circumstances)).map(({ draw: of }) => of);
    expect([await behind('handed-over'), await behind('destroyed'), await behind('drawn')]).toEqual([[draw(1)], [draw(2)], []]);
  });
});

describe('an alarm', () => {
  const taken = projected(
    ofLot(delivered(500), '08:00'),
    ofLot(drawn(1, 400), '09:00'),
    ofLot(drawn(2, 300), '09:30', '12:00', { contradicts: ['logistics.lot-holds-less'] }),
    ofLot(drawReturned({ ...of, lot, draw: draw(3), quantity: 50, reason: 'other' }), '10:00', '12:30', { contradicts: ['logistics.draw-not-made'] }),
    ofLot(damageReported({ ...of, cause: 'rain', quantity: 30 }), '10:30', '13:00', { contradicts: ['logistics.lot-holds-less'] }),
  );

  it('names the facts that a difference began with', async () => {
    const [equation] = await taken.find(stockEquation, { warehouse }, circumstances);
    expect(equation?.difference).toBe(500 - (0 + 700 + 30));
    expect(
      equation?.alarms.map(({ term, draw: of, short, since, events }) => [term, of, short, since.slice(11, 16), events.map(({ what }) => what.slice(10, -3))]),
    ).toEqual([
      ['stock', null, 180, '09:30', ['lot-drawn', 'draw-returned', 'damage-reported']],
      ['drawn', draw(3), 50, '10:00', ['draw-returned']],
    ]);
  });

  it('stands for the time in which it does not add up, by what was known', async () => {
    const alarms = async (args: object) => (await taken.find(stockEquation, { warehouse, ...args }, circumstances))[0]?.alarms.length;
    expect(await alarms({ at: at('09:29') })).toBe(0);
    expect(await alarms({ at: at('09:30') })).toBe(1);
    expect(await alarms({ at: at('09:30'), knownAt: at('11:59') })).toBe(0);
  });

  it('ends when a fact that is told later makes it fit', async () => {
    const fits = projected(ofLot(drawn(1, 400), '09:00'), ofLot(delivered(500), '08:00', '10:00'));
    expect(await fits.find(stockEquation, { warehouse }, circumstances)).toMatchObject([{ difference: 0, alarms: [] }]);
    expect(await fits.find(stockEquation, { warehouse, knownAt: at('09:59') }, circumstances)).toMatchObject([{ difference: -400, alarms: [{ short: 400 }] }]);
  });
});
