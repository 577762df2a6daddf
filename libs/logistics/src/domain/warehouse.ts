import { event, inTime, lastBy, stream } from '#kernel';
import type { Instant, Sealed } from '#kernel';

/** A warehouse stands in a village; its zones are where lots and boxes are kept. */
export const warehouseRegistered = event('logistics.warehouse-registered.v1')<{ village: string; name: string }>();
export const zoneAdded = event('logistics.zone-added.v1')<{ zone: string; code: string; name: string }>();
/** How much of an item the warehouse must send out, and on what that rests. The next plan for the item takes its place. */
export const requirementPlanned = event('logistics.requirement-planned.v1')<{ item: string; quantity: number; basis: string }>();

export const hazards = ['rain', 'leak', 'fire-risk', 'pests', 'humidity'] as const;
export type Hazard = (typeof hazards)[number];

/** Somebody went and looked. `humidity` in per cent; `photos` are digests: each picture comes by itself, afterwards. */
export const conditionChecked = event('logistics.condition-checked.v1')<{
  zone: string;
  humidity?: number;
  photos: readonly string[];
  note?: Sealed;
}>();
export const hazardFound = event('logistics.hazard-found.v1')<{ zone: string; hazard: Hazard }>();

/** A photograph that a check names by its digest (`photo`): a commitment to the picture, which is in the vault. */
export const zonePhotographed = event('logistics.zone-photographed.v1')<{ zone: string; photo: string; zonePhoto: Sealed }>();

export type WarehouseEvent = ReturnType<
  typeof warehouseRegistered | typeof zoneAdded | typeof requirementPlanned | typeof conditionChecked | typeof hazardFound | typeof zonePhotographed
>;

interface Plan {
  readonly at: Instant;
  readonly quantity: number;
  readonly basis: string;
}

/** When a zone was last looked at, and when each hazard was last found there. */
interface Condition {
  readonly checked?: Instant;
  readonly found: Readonly<Partial<Record<Hazard, Instant>>>;
}

/** By digest: the photographs that checks of a zone name, and whether the picture has come. */
type Photographs = Readonly<Record<string, 'named' | 'kept'>>;

export interface Warehouse {
  readonly registered?: { readonly village: string; readonly name: string };
  /** By the zone's id. */
  readonly zones: Readonly<Record<string, { readonly code: string; readonly name: string }>>;
  /** By item. */
  readonly plans: Readonly<Record<string, readonly Plan[]>>;
  /** By zone. */
  readonly conditions: Readonly<Record<string, Condition>>;
  /** By zone. */
  readonly photos: Readonly<Record<string, Photographs>>;
}

export const warehouse = stream<Warehouse, WarehouseEvent>({
  kind: 'warehouse',
  initial: { zones: {}, plans: {}, conditions: {}, photos: {} },
  scope: ({ registered }) => registered && { area: registered.village },
  evolve: {
    'logistics.warehouse-registered.v1': (warehouse, { village, name }) => (warehouse.registered ? warehouse : { ...warehouse, registered: { village, name } }),
    'logistics.zone-added.v1': (warehouse, { zone, code, name }) =>
      warehouse.zones[zone] ? warehouse : { ...warehouse, zones: { ...warehouse.zones, [zone]: { code, name } } },
    'logistics.requirement-planned.v1': (warehouse, { item, quantity, basis }, { effectiveAt: at }) => ({
      ...warehouse,
      plans: { ...warehouse.plans, [item]: inTime(warehouse.plans[item] ?? [], { at, quantity, basis }) },
    }),
    'logistics.condition-checked.v1': (warehouse, { zone, photos }, { effectiveAt }) => ({
      ...withCondition(warehouse, zone, (condition) => ({ ...condition, checked: later(condition.checked, effectiveAt) })),
      photos: { ...warehouse.photos, [zone]: { ...Object.fromEntries(photos.map((photo) => [photo, 'named' as const])), ...warehouse.photos[zone] } },
    }),
    'logistics.hazard-found.v1': (warehouse, { zone, hazard }, { effectiveAt }) =>
      withCondition(warehouse, zone, (condition) => ({ ...condition, found: { ...condition.found, [hazard]: later(condition.found[hazard], effectiveAt) } })),
    'logistics.zone-photographed.v1': (warehouse, { zone, photo }) => ({
      ...warehouse,
      photos: { ...warehouse.photos, [zone]: { ...warehouse.photos[zone], [photo]: 'kept' } },
    }),
  },
});

/** What the warehouse must send out of the item, as it was planned at the instant. */
export const plannedAt = ({ plans }: Warehouse, item: string, at: Instant): Plan | undefined => lastBy(plans[item] ?? [], at);

const later = (known: Instant | undefined, at: Instant): Instant => Math.max(known ?? at, at);

const withCondition = (warehouse: Warehouse, zone: string, change: (condition: Condition) => Condition): Warehouse => ({
  ...warehouse,
  conditions: { ...warehouse.conditions, [zone]: change(warehouse.conditions[zone] ?? { found: {} }) },
});
