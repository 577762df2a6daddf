import { folded, nightAtKemelak, told } from '#testing';
import { backRoom, delivered, draw, drawn, item, lot as lotId, warehouse, zone } from '../testing/lots.ts';
import { damageReported, drawReturned, lossReported, lotInspected, lotMoved, quantityCorrected } from './lot.events.ts';
import type { LotEvent } from './lot.events.ts';
import { drawnIn, inLot, lot, zoneOf } from './lot.ts';

const minute = 60_000;
const when = <Event extends LotEvent>(minutes: number, event: Event): Event => told(event, { effectiveAt: nightAtKemelak + minutes * minute });
const at = (minutes: number): number => nightAtKemelak + minutes * minute;
const of = { warehouse, item };
const back = (quantity: number) => drawReturned({ ...of, lot: lotId, draw: draw(1), quantity, reason: 'not-needed' });

describe('a lot', () => {
  it('holds what came, less what was drawn, damaged, lost or was never there', () => {
    const facts = [
      delivered(500),
      drawn(1, 100),
      back(10),
      lotInspected({ ...of, good: 90, damaged: [{ cause: 'rain', quantity: 7 }] }),
      damageReported({ ...of, cause: 'pest', quantity: 3 }),
      lossReported({ ...of, quantity: 20 }),
      quantityCorrected({ ...of, direction: 'less', quantity: 5, reason: 'counted-again', authority: 'BA-1' }),
      quantityCorrected({ ...of, direction: 'more', quantity: 1, reason: 'found', authority: 'BA-2' }),
    ];
    expect(inLot(folded(lot, facts), nightAtKemelak)).toBe(500 - 100 + 10 - 7 - 3 - 20 - 5 + 1);
    expect(drawnIn(folded(lot, facts), draw(1), nightAtKemelak)).toBe(90);
  });

  it('is received once: who tells it again changes nothing', () => expect(inLot(folded(lot, [delivered(500), delivered(400)]), nightAtKemelak)).toBe(500));

  it('is drawn from once by each draw', () => {
    const twice = folded(lot, [delivered(500), drawn(1, 100), drawn(1, 300)]);
    expect([inLot(twice, nightAtKemelak), drawnIn(twice, draw(1), nightAtKemelak)]).toEqual([400, 100]);
  });

  it('knows of a draw what came back before anyone told that it was drawn', () => {
    const late = folded(lot, [delivered(500), when(20, back(30)), when(10, drawn(1, 100))]);
    expect([inLot(late, at(20)), drawnIn(late, draw(1), at(20))]).toEqual([430, 70]);
  });

  it('takes what was told before its delivery', () => {
    const late = folded(lot, [when(10, drawn(1, 100)), when(20, back(30)), when(0, delivered(500))]);
    expect([at(0), at(10), at(20)].map((instant) => inLot(late, instant))).toEqual([400, 400, 430]);
    expect(drawnIn(late, draw(2), at(20))).toBe(0);
  });

  it('lies, at each instant, where it lay then', () => {
    const carried = folded(lot, [when(20, lotMoved({ ...of, zone: backRoom })), when(0, delivered(500))]);
    expect([at(-1), at(0), at(20)].map((instant) => zoneOf(carried, instant))).toEqual([undefined, zone, backRoom]);
  });

  it('belongs to its warehouse', () => {
    expect(lot.scope?.(lot.initial)).toBeUndefined();
    expect(lot.scope?.(folded(lot, [delivered(500)]))).toEqual({ warehouse });
  });
});
