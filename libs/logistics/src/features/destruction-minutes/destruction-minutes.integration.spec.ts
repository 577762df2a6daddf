import { sealed } from '#testing';
import { surplusDestroyed } from '../../domain/destruction.ts';
import { drawReturned } from '../../domain/lot.events.ts';
import { at, ofLot, projected, tell } from '../../testing/history.ts';
import { delivered, draw, drawn, driver, item, lot, ofLot as inLot, supervisor } from '../../testing/lots.ts';
import { destructionMinutes } from './destruction-minutes.ts';

const circumstances = { actor: { user: supervisor, role: 'investigator' as const }, now: at('23:00') };
const destruction = '018c2207-0000-7000-8000-f10000000001';
const village = '1601141011';
const fire = { kind: 'destruction', id: destruction } as const;
const burned = surplusDestroyed({
  village,
  minutes: '147/PP.08-BA/1601/2024',
  draws: [
    { lot, draw: draw(1) },
    { lot, draw: draw(2) },
  ],
  witnesses: [
    { institution: 'kpu', person: driver, name: sealed('Wakil KPU') },
    { institution: 'bawaslu', person: supervisor, name: sealed('Wakil Bawaslu') },
    { institution: 'polri', person: destruction, name: sealed('Wakil Polri') },
  ],
});
const told = projected(
  ofLot(delivered(2_000), '08:30'),
  ofLot(drawn(1, 700, fire), '09:00'),
  ofLot(drawn(2, 300, fire), '09:01'),
  ofLot(drawReturned({ ...inLot, draw: draw(2), quantity: 100, reason: 'not-needed' }), '09:05'),
  tell(`destruction-${destruction}`, burned, '20:00'),
);

describe('destruction-minutes', () => {
  it('says what was destroyed, less what was returned before, and before whom', async () =>
    expect(await told.find(destructionMinutes, { destruction, village }, circumstances)).toMatchObject({
      minutes: '147/PP.08-BA/1601/2024',
      at: '2023-11-30T20:00:00.000+07:00',
      destroyed: [
        { lot, draw: draw(1), item, waybill: 'SJ-2023/11/0147', quantity: 700 },
        { lot, draw: draw(2), item, quantity: 200 },
      ],
      witnesses: [
        { institution: 'kpu', person: driver, name: sealed('Wakil KPU') },
        { institution: 'bawaslu', name: sealed('Wakil Bawaslu') },
        { institution: 'polri', name: sealed('Wakil Polri') },
      ],
      signatures: [{ what: 'logistics.surplus-destroyed.v1', village }],
    }));

  it('tells nothing to whoever names another village', async () =>
    expect(await told.find(destructionMinutes, { destruction, village: '1601141012' }, circumstances)).toBeUndefined());
});
