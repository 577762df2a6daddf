import type { FactType } from '#kernel';
import { moment } from '#read-models';
import type { BoxContradictionEvent } from '../../domain/box-contradiction.ts';
import type { BoxPlanEvent } from '../../domain/box-plan.ts';
import * as box from '../../domain/box.events.ts';
import { type DestructionEvent, surplusDestroyed } from '../../domain/destruction.ts';
import * as run from '../../domain/dispatch.ts';
import * as lot from '../../domain/lot.events.ts';
import type { WarehouseEvent } from '../../domain/warehouse.ts';
import type { EpcisEvent } from './epcis-document.ts';
import { eventUri } from './identifiers.ts';
import * as boxes from './of-boxes.ts';
import * as lots from './of-lots.ts';
import * as runs from './of-runs.ts';
import type { Part, Told } from './told.ts';

type LogisticsType = (WarehouseEvent | lot.LotEvent | BoxPlanEvent | box.BoxEvent | run.DispatchEvent | DestructionEvent | BoxContradictionEvent)['type'];

/** Why what is told is no movement. */
export const notMovements = {
  'logistics.warehouse-registered.v1': 'Where something is kept; nothing moves.',
  'logistics.zone-added.v1': 'Where something is kept; nothing moves.',
  'logistics.requirement-planned.v1': 'A plan.',
  'logistics.box-planned.v1': 'A plan.',
  'logistics.condition-checked.v1': 'Of a zone, not of what lies there.',
  'logistics.hazard-found.v1': 'Of a zone, not of what lies there.',
  'logistics.zone-photographed.v1': 'Of a zone, not of what lies there.',
  'logistics.loading-refused.v1': 'The box stayed where it was.',
  'logistics.stray-box-seen.v1': 'The box stayed where it was; whose it is says nobody who saw it.',
  'logistics.lot-formed.v1': 'The other side of a split, which is said where the part was put apart.',
  'logistics.dispatch-planned.v1': 'A plan.',
  'logistics.delay-reported.v1': 'What is expected.',
  'logistics.dispatch-overdue-noticed.v1': 'What was expected.',
  'logistics.contradiction-noticed.v1': 'Which of the facts is wrong is not known; each says what stood against it.',
  'logistics.contradiction-explained.v1': 'How somebody says that it came about.',
  'logistics.contradiction-settled.v1': 'Later facts did, which are movements themselves.',
} as const satisfies Partial<Record<LogisticsType, string>>;

type MovementType = Exclude<LogisticsType, keyof typeof notMovements>;
type Saying = (told: Told) => readonly Part[];

/** The event's data is what the log keeps of its type. */
const of =
  <Data extends object>(_: FactType<string, Data>, say: (data: Data, told: Told) => readonly Part[]): Saying =>
  (told) =>
    say(told.data as Data, told);

/** How each movement is said in EPCIS. */
export const movements: Readonly<Record<MovementType, Saying>> = {
  'logistics.delivery-received.v1': of(lot.deliveryReceived, lots.delivered),
  'logistics.lot-inspected.v1': of(lot.lotInspected, lots.inspected),
  'logistics.lot-moved.v1': of(lot.lotMoved, lots.moved),
  'logistics.lot-drawn.v1': of(lot.lotDrawn, lots.drawn),
  'logistics.draw-returned.v1': of(lot.drawReturned, lots.drawnBack),
  'logistics.lot-split.v1': of(lot.lotSplit, lots.split),
  'logistics.damage-reported.v1': of(lot.damageReported, lots.damaged),
  'logistics.loss-reported.v1': of(lot.lossReported, lots.lost),
  'logistics.quantity-corrected.v1': of(lot.quantityCorrected, lots.corrected),
  'logistics.surplus-destroyed.v1': of(surplusDestroyed, lots.destroyed),
  'logistics.box-packed.v1': of(box.boxPacked, boxes.packed),
  'logistics.box-sealed.v1': of(box.boxSealed, boxes.sealed),
  'logistics.seal-broken.v1': of(box.sealBroken, boxes.broken),
  'logistics.box-loaded.v1': of(box.boxLoaded, boxes.loaded),
  'logistics.box-received.v1': of(box.boxReceived, boxes.received),
  'logistics.seal-mismatch-found.v1': of(box.sealMismatchFound, boxes.mismatched),
  'logistics.box-handed-to-station.v1': of(box.boxHandedToStation, boxes.handed),
  'logistics.box-returned.v1': of(box.boxReturned, boxes.returned),
  'logistics.box-loss-reported.v1': of(box.boxLossReported, boxes.missing),
  'logistics.dispatch-departed.v1': of(run.dispatchDeparted, runs.departed),
  'logistics.checkpoint-passed.v1': of(run.checkpointPassed, runs.passed),
  'logistics.dispatch-arrived.v1': of(run.dispatchArrived, runs.arrived),
};

const isMovement = (type: string): type is MovementType => type in movements;

export const movementTypes: readonly string[] = Object.keys(movements);

/** What one fact comes to in EPCIS: usually one event, sometimes none or several. */
export const eventsOf = (told: Told): readonly EpcisEvent[] =>
  isMovement(told.row.type) ? movements[told.row.type](told).map((part) => eventOf(told, part)) : [];

function eventOf({ row, contradicts }: Told, { part, by, type, errorDeclaration, ...said }: Part): EpcisEvent {
  return {
    type,
    eventID: eventUri(by?.event ?? row.event, part),
    eventTime: moment(row.at),
    eventTimeZoneOffset: offsetOf(row.occurred_at),
    recordTime: moment(by?.recorded ?? row.recorded),
    ...(errorDeclaration && { errorDeclaration }),
    ...said,
    'saksi:type': by?.type ?? row.type,
    'saksi:voice': row.voice,
    ...(contradicts.length > 0 && { 'saksi:contradicts': contradicts }),
  };
}

/** As whoever told it said; who says UTC says nothing of where it was, which is in Western Indonesia. */
function offsetOf(occurredAt: string): string {
  return /[+-](?:0\d|1[0-3]):[0-5]\d$/.exec(occurredAt)?.[0] ?? '+07:00';
}
