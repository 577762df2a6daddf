/* EPCIS 2.0 (GS1, ISO/IEC 19987:2024) as far as Saksi speaks it. */

export const bizSteps = [
  'accepting',
  'arriving',
  'cycle_counting',
  'departing',
  'destroying',
  'inspecting',
  'loading',
  'other',
  'packing',
  'picking',
  'receiving',
  'repackaging',
  'shipping',
  'staging_outbound',
  'storing',
  'transporting',
  'unloading',
  'unpacking',
] as const;
export type BizStep = (typeof bizSteps)[number];

export const dispositions = [
  'conformant',
  'container_closed',
  'container_open',
  'damaged',
  'destroyed',
  'in_progress',
  'in_transit',
  'non_conformant',
  'returned',
  'unknown',
] as const;
export type Disposition = (typeof dispositions)[number];

export const actions = ['ADD', 'OBSERVE', 'DELETE'] as const;
export type Action = (typeof actions)[number];

/** Absent: not known, or all that there is. */
export interface Quantity {
  readonly epcClass: string;
  readonly quantity?: number;
}

export interface Place {
  readonly id: string;
}

export interface BizTransaction {
  readonly type?: 'bol';
  readonly bizTransaction: string;
}

export interface ErrorDeclaration {
  readonly declarationTime: string;
  readonly reason: 'incorrect_data';
  readonly correctiveEventIDs: readonly string[];
}

export class EpcisEvent {
  readonly type!: 'ObjectEvent' | 'AggregationEvent';
  readonly eventID!: string;
  readonly eventTime!: string;
  readonly eventTimeZoneOffset!: string;
  readonly recordTime!: string;
  readonly errorDeclaration?: ErrorDeclaration;
  readonly action!: Action;
  readonly epcList?: readonly string[];
  readonly quantityList?: readonly Quantity[];
  readonly parentID?: string;
  readonly childEPCs?: readonly string[];
  readonly childQuantityList?: readonly Quantity[];
  readonly bizStep!: BizStep;
  readonly disposition?: Disposition;
  readonly readPoint?: Place;
  readonly bizLocation?: Place;
  readonly bizTransactionList?: readonly BizTransaction[];
  readonly sourceList?: readonly { readonly type: 'location'; readonly source: string }[];
  readonly destinationList?: readonly { readonly type: 'location'; readonly destination: string }[];
  /** Saksi's own: the type of the event in the log, its voice, the objections that stood against it, seals. */
  readonly [own: `saksi:${string}`]: string | readonly string[];
}

export interface EpcisDocument {
  readonly type: 'EPCISDocument';
  readonly epcisBody: { readonly eventList: readonly EpcisEvent[] };
}

const uri = { type: 'string', format: 'uri' } as const;
const time = { type: 'string', format: 'date-time' } as const;
const words = (values: readonly string[]) => ({ type: 'string', enum: values }) as const;
const list = (items: object) => ({ type: 'array', items }) as const;
const object = (properties: Readonly<Record<string, object>>, required: readonly string[] = Object.keys(properties)) =>
  ({ type: 'object', properties, required }) as const;

const quantities = list(object({ epcClass: uri, quantity: { type: 'integer', description: 'Absent: not known, or all that there is' } }, ['epcClass']));

const event = object(
  {
    type: words(['ObjectEvent', 'AggregationEvent']),
    eventID: { ...uri, description: '`urn:uuid:` with the id of the event in the log, or an id that follows from it' },
    eventTime: { ...time, description: 'When it happened' },
    eventTimeZoneOffset: { type: 'string', example: '+07:00' },
    recordTime: { ...time, description: 'When the log learnt of it' },
    errorDeclaration: object({ declarationTime: time, reason: words(['incorrect_data']), correctiveEventIDs: list(uri) }),
    action: words(actions),
    epcList: list(uri),
    quantityList: quantities,
    parentID: uri,
    childEPCs: list(uri),
    childQuantityList: quantities,
    bizStep: words(bizSteps),
    disposition: words(dispositions),
    readPoint: object({ id: uri }),
    bizLocation: object({ id: uri }),
    bizTransactionList: list(object({ type: words(['bol']), bizTransaction: uri }, ['bizTransaction'])),
    sourceList: list(object({ type: words(['location']), source: uri })),
    destinationList: list(object({ type: words(['location']), destination: uri })),
    'saksi:type': { type: 'string', description: 'Type of the event in the log', example: 'logistics.box-loaded.v1' },
    'saksi:voice': words(['asked', 'testified']),
    'saksi:contradicts': { ...list({ type: 'string' }), description: 'Codes of the objections that stood against it' },
  },
  ['type', 'eventID', 'eventTime', 'eventTimeZoneOffset', 'recordTime', 'action', 'bizStep', 'saksi:type', 'saksi:voice'],
);

/** As OpenAPI says it; GS1's own schema says all that EPCIS allows. */
export const epcisDocumentSchema = object({
  '@context': { type: 'array', items: {}, description: "GS1's context, and the prefix of what is Saksi's own" },
  type: words(['EPCISDocument']),
  schemaVersion: words(['2.0']),
  creationDate: time,
  epcisBody: object({ eventList: list(event) }),
});
