import { knownContexts } from '#cqrs';
import type { Told } from '#read-models';
import { sealed } from '#testing';
import { boxLoaded, boxLossReported, boxReturned, sealMismatchFound } from '../../domain/box.events.ts';
import { surplusDestroyed } from '../../domain/destruction.ts';
import { damageReported, drawReturned, lossReported, lotDrawn, lotInspected, lotMoved, lotSplit, quantityCorrected } from '../../domain/lot.events.ts';
import '../../logistics.module.ts';
import * as b from '../../testing/boxes.ts';
import { faultsOf } from '../../testing/epcis.ts';
import { at, journey, ofBox, ofLot, ofRun } from '../../testing/journey.ts';
import * as l from '../../testing/lots.ts';
import type { EpcisEvent } from './epcis-document.ts';
import { exportEpcis, type ExportEpcis } from './export-epcis.ts';
import { movementTypes, notMovements } from './movements.ts';

const circumstances = { actor: { user: b.person(1), role: 'investigator' as const }, now: at('20:00') };
const base = 'https://saksi.invalid';
const box = (number: number): string => `${base}/box/obj/${b.boxId(number)}`;
const run = `${base}/run/obj/${b.run}`;
const lotClass = `${base}/lot/class/${l.item}.${b.lot}`;
const zone = `${base}/zone/loc/${b.zone}`;
const office = `${base}/village/loc/${b.village}`;

const delivery = (quantity: number) => {
  const fact = l.delivered(quantity, { warehouse: b.kemelak });
  return { ...fact, data: { ...fact.data, zone: b.zone } };
};
const of = { warehouse: b.kemelak, item: l.item };
const drawn = (number: number, quantity: number, kind: 'box' | 'dispatch' | 'destruction' = 'box', id = b.boxId(1)) =>
  lotDrawn({ ...of, lot: b.lot, draw: b.draw(number), quantity, for: { kind, id } });
const late = (id: string, fact: Parameters<typeof ofLot>[1], clock: string, recorded: string): Told => ({
  ...ofLot(id, fact, clock),
  recordedAt: at(recorded),
  voice: 'testified',
});

function documentForm(args: ExportEpcis): { readonly opening: string; readonly closing: string } {
  const { document } = exportEpcis;
  if (!document) throw new TypeError('It is no document.');
  return { opening: document.opening(args, { ...circumstances, demonstration: true }), closing: document.closing };
}

/** The document, in the order in which it is sent. */
async function exported(told: readonly Told[], asked: Partial<ExportEpcis> = {}): Promise<readonly EpcisEvent[]> {
  const args = { from: at('00:00'), ...asked };
  const events = await journey(...told).find(exportEpcis, args, circumstances);
  const { opening, closing } = documentForm(args);
  const document: unknown = JSON.parse(`${opening}${events.map((event) => JSON.stringify(event)).join(',')}${closing}`);
  expect(faultsOf(document)).toEqual([]);
  return [...events].sort((one, other) => Date.parse(one.eventTime) - Date.parse(other.eventTime));
}

const steps = (events: readonly EpcisEvent[]): readonly string[] =>
  events.map(({ action, bizStep, disposition = '-' }) => `${action} ${bizStep} ${disposition}`);

const wholeDay: readonly Told[] = [
  ofLot(b.lot, delivery(1_000), '06:00'),
  ofLot(b.lot, lotInspected({ ...of, good: 400, damaged: [{ cause: 'rain', quantity: 20 }] }), '06:10'),
  ofLot(b.lot, lotMoved({ ...of, zone: b.zone }), '06:20'),
  ofLot(b.lot, lotSplit({ ...of, into: b.draw(77), quantity: 100, zone: b.zone }), '06:25'),
  ofLot(b.lot, drawn(1, 300), '06:30'),
  ofLot(b.lot, drawReturned({ ...of, lot: b.lot, draw: b.draw(1), quantity: 10, reason: 'not-needed' }), '06:40'),
  ofLot(b.lot, drawn(2, 50, 'destruction', b.draw(9)), '06:50'),
  ofLot(b.lot, drawn(3, 5, 'dispatch', b.run), '06:55'),
  ofBox(1, b.packed, '07:00'),
  ofBox(1, b.sealedWith('S-001', 'S-002'), '07:05'),
  ofRun(b.planned(b.boxId(1)), '07:30'),
  ofBox(1, b.loaded, '08:00'),
  ofRun(b.departed, '08:30'),
  ofRun(b.passed('Jembatan Ogan, km 4'), '09:00', '11:00'),
  ofRun(b.arrived, '10:00'),
  ofBox(1, b.received, '10:15'),
  ofBox(1, sealMismatchFound({ station: b.station, dispatch: b.run, village: b.village, sealed: ['S-001', 'S-002'], found: ['S-001'] }), '10:15'),
  ofBox(1, b.broken('S-001'), '10:30'),
  ofBox(1, b.handed, '12:00'),
  ofBox(1, boxReturned({ station: b.station, village: b.village }), '17:00'),
  ofLot(b.lot, damageReported({ ...of, cause: 'pest', quantity: 3 }), '17:10'),
  ofLot(b.lot, lossReported({ ...of, quantity: 2 }), '17:20'),
  ofLot(b.lot, quantityCorrected({ ...of, direction: 'less', quantity: 1, reason: 'counted-again', authority: 'BA-7' }), '17:30'),
  {
    ...ofLot(b.lot, surplusDestroyed({ village: b.village, minutes: 'BA/8', draws: [{ lot: b.lot, draw: b.draw(2) }], witnesses: [] }), '18:00'),
    stream: `destruction-${b.draw(9)}`,
  },
  ofBox(1, boxLossReported({ station: b.station, circumstances: sealed('Tidak ditemukan.') }), '19:00'),
];

describe('export-epcis', () => {
  it('says every movement in the business vocabulary, valid by the schema of GS1', async () =>
    expect(steps(await exported(wholeDay))).toEqual([
      'ADD receiving in_progress',
      'OBSERVE inspecting conformant',
      'OBSERVE inspecting damaged',
      'OBSERVE storing in_progress',
      'DELETE repackaging in_progress',
      'ADD repackaging in_progress',
      'OBSERVE picking in_progress',
      'OBSERVE storing returned',
      'OBSERVE picking in_progress',
      'OBSERVE picking in_progress',
      'ADD packing in_progress',
      'OBSERVE staging_outbound container_closed',
      'ADD loading in_progress',
      'OBSERVE departing in_transit',
      'OBSERVE shipping in_transit',
      'OBSERVE transporting in_transit',
      'OBSERVE arriving in_progress',
      'DELETE unloading in_progress',
      'OBSERVE accepting in_progress',
      'OBSERVE inspecting non_conformant',
      'OBSERVE inspecting container_open',
      'OBSERVE receiving in_progress',
      'OBSERVE receiving returned',
      'OBSERVE inspecting damaged',
      'OBSERVE other unknown',
      'DELETE cycle_counting unknown',
      'DELETE destroying destroyed',
      'OBSERVE other unknown',
    ]));

  it('knows every type of event of logistics: it is a movement, or said not to be one', () => {
    const known =
      knownContexts()
        .get('logistics')
        ?.streams.flatMap(({ evolve }) => Object.keys(evolve)) ?? [];
    expect([...movementTypes, ...Object.keys(notMovements)].sort()).toEqual([...known].sort());
  });

  it('has no two events of one id, and the same ids whenever it is asked', async () => {
    const ids = (await exported(wholeDay)).map(({ eventID }) => eventID);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await exported(wholeDay)).map(({ eventID }) => eventID)).toEqual(ids);
  });

  it('says when it happened and when it was recorded', async () => {
    const passed = (await exported(wholeDay)).find(({ bizStep }) => bizStep === 'transporting');
    expect(passed).toMatchObject({
      eventTime: '2024-02-12T09:00:00.000+07:00',
      eventTimeZoneOffset: '+07:00',
      recordTime: '2024-02-12T11:00:00.000+07:00',
      readPoint: { id: `${base}/checkpoint/loc/Jembatan%20Ogan%2C%20km%204` },
      'saksi:voice': 'testified',
    });
    expect(await exported(wholeDay, { knownAt: at('10:59') })).not.toContainEqual(expect.objectContaining({ bizStep: 'transporting' }));
  });

  it('says what was packed into a box: what was drawn for it, less what came back before', async () =>
    expect((await exported(wholeDay)).find(({ bizStep }) => bizStep === 'packing')).toMatchObject({
      type: 'AggregationEvent',
      parentID: box(1),
      childQuantityList: [{ epcClass: lotClass, quantity: 290 }],
      bizLocation: { id: zone },
    }));

  it('says that what comes back later was unpacked', async () => {
    const back = ofLot(b.lot, drawReturned({ ...of, lot: b.lot, draw: b.draw(1), quantity: 40, reason: 'wrong-item' }), '07:10');
    const [unpacked, stored] = (await exported([...wholeDay.slice(0, 9), back])).filter(({ eventTime }) => eventTime.includes('07:10'));
    expect(unpacked).toMatchObject({ action: 'DELETE', bizStep: 'unpacking', parentID: box(1), childQuantityList: [{ epcClass: lotClass, quantity: 40 }] });
    expect(stored).toMatchObject({ action: 'OBSERVE', bizStep: 'storing', disposition: 'returned', bizLocation: { id: zone } });
  });

  it('carries a box by its truck', async () => {
    const events = await exported(wholeDay);
    expect(events.find(({ bizStep }) => bizStep === 'loading')).toMatchObject({ action: 'ADD', parentID: run, childEPCs: [box(1)] });
    expect(events.find(({ bizStep }) => bizStep === 'departing')).toMatchObject({
      epcList: [run],
      sourceList: [{ source: `${base}/warehouse/loc/${b.kemelak}` }],
    });
    expect(events.find(({ bizStep }) => bizStep === 'unloading')).toMatchObject({ parentID: run, childEPCs: [box(1)], bizLocation: { id: office } });
  });

  it('ships with the truck what was drawn for the run, as far as it did not come back', async () => {
    const shipping = async (...more: readonly Told[]) => (await exported([...wholeDay, ...more])).filter(({ bizStep }) => bizStep === 'shipping');
    const back = (quantity: number) => ofLot(b.lot, drawReturned({ ...of, lot: b.lot, draw: b.draw(3), quantity, reason: 'not-needed' }), '08:20');
    expect(await shipping(back(2))).toMatchObject([
      { quantityList: [{ epcClass: lotClass, quantity: 3 }], readPoint: { id: `${base}/warehouse/loc/${b.kemelak}` } },
    ]);
    expect(await shipping(back(5))).toEqual([]);
  });

  it('takes a box off the truck that it was on when it is told of elsewhere', async () => {
    const told = [
      ofBox(1, b.packed, '07:00'),
      ofBox(1, b.loaded, '08:00'),
      ofBox(1, boxLoaded({ station: b.station, dispatch: b.otherRun }), '08:10'),
      ofBox(1, b.handed, '09:00'),
    ];
    expect((await exported(told)).map(({ action, parentID }) => [action, parentID?.slice(-4)])).toEqual([
      ['ADD', box(1).slice(-4)],
      ['ADD', run.slice(-4)],
      ['DELETE', run.slice(-4)],
      ['ADD', b.otherRun.slice(-4)],
      ['DELETE', b.otherRun.slice(-4)],
      ['OBSERVE', undefined],
    ]);
  });

  it('declares a delivery wrong that was written down wrong, and names the event that puts it right', async () => {
    const right = (quantity: number, reason: 'typing-error' | 'waybill-corrected', clock: string) =>
      ofLot(b.lot, quantityCorrected({ ...of, direction: 'less', quantity, reason, authority: 'BA-1' }), clock);
    const told = [ofLot(b.lot, delivery(1_000), '06:00'), right(90, 'typing-error', '09:00'), right(10, 'waybill-corrected', '10:00')];
    const events = await exported(told);
    expect(events.map(({ eventTime, recordTime }) => [eventTime.slice(11, 16), recordTime.slice(11, 16)])).toEqual([
      ['06:00', '06:00'],
      ['06:00', '09:00'],
      ['06:00', '10:00'],
    ]);
    expect(events.map(({ quantityList }) => quantityList?.[0]?.quantity)).toEqual([1_000, 910, 900]);
    expect(events.map(({ errorDeclaration }) => errorDeclaration?.correctiveEventIDs)).toEqual([[events[1]?.eventID], [events[2]?.eventID], undefined]);
    expect(events[0]?.errorDeclaration).toMatchObject({ declarationTime: '2024-02-12T09:00:00.000+07:00', reason: 'incorrect_data' });
    expect((await exported(told, { knownAt: at('08:59') })).map(({ errorDeclaration }) => errorDeclaration)).toEqual([undefined]);
  });

  it('declares wrong what was told a second time and moved nothing', async () => {
    const told = [
      ofLot(b.lot, delivery(1_000), '06:00'),
      ofLot(b.lot, drawn(1, 300), '06:30'),
      late(b.lot, drawn(1, 200), '06:10', '09:00'),
      late(b.lot, delivery(800), '06:05', '09:10'),
    ];
    const events = await exported(told);
    const declared = events.filter(({ errorDeclaration }) => errorDeclaration);
    expect(declared.map(({ quantityList }) => quantityList?.[0]?.quantity)).toEqual([800, 200]);
    expect(declared.map(({ errorDeclaration }) => errorDeclaration?.correctiveEventIDs)).toEqual([[events[0]?.eventID], [events.at(-1)?.eventID]]);
  });

  it('keeps to the span and to the area', async () => {
    const many = async (asked: Partial<ExportEpcis>) => (await exported(wholeDay, asked)).length;
    expect(steps(await exported(wholeDay, { from: at('08:00'), to: at('09:00') }))).toEqual([
      'ADD loading in_progress',
      'OBSERVE departing in_transit',
      'OBSERVE shipping in_transit',
    ]);
    expect(await many({ area: '1602' })).toBe(0);
    expect(await many({ area: '1601' })).toBeGreaterThan(10);
  });
});
