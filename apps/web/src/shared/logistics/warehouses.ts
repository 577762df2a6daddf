import { useState } from 'react';
import type { Me, Schemas } from '../api/names.ts';
import { remembered, rememberOnDevice } from '../device/remembered.ts';
import { useAnswer, type Answered } from '../offline/index.ts';

export type Warehouse = Schemas['WarehouseFound'];

/** Under this name the device remembers at which warehouse one works. */
const chosenHere = 'saksi.warehouse';

interface Warehouses {
  readonly asked: Answered<{ readonly items: readonly Warehouse[] }>;
  /** The one at which one works; undefined while there is none. */
  readonly warehouse: Warehouse | undefined;
  readonly choose: (warehouse: string) => void;
}

/** The warehouses, and the one that was chosen on this device last. */
export function useWarehouses(): Warehouses {
  const asked = useAnswer('logistics.warehouses', { limit: 500 });
  const [chosen, setChosen] = useState(() => remembered(chosenHere));
  const items = asked.answer?.value.items ?? [];
  return {
    asked,
    warehouse: items.find(({ warehouse }) => warehouse === chosen) ?? items[0],
    choose: (warehouse) => {
      rememberOnDevice(chosenHere, warehouse);
      setChosen(warehouse);
    },
  };
}

export const zoneCode = ({ zones }: Warehouse, zone: string | null): string | undefined => zones.find((each) => each.zone === zone)?.code;

const readers: ReadonlySet<string> = new Set(['dispatcher', 'commander', 'investigator', 'supervisor']);

/** Whether one may see more of a warehouse than the boxes of one's own stations. */
export const readsWarehouses = ({ roles }: Me): boolean => roles.some(({ role }) => readers.has(role));
const regency = 4;

/** Areas are the first digits of the codes within them. */
export const regencyOf = (village: string): string => village.slice(0, regency);

/** The widest area of which one may be told that is not wider than a regency: the one that one's roles are held in, or the one around the warehouse. */
export function areaOf({ roles }: Me, { village }: Warehouse): string {
  const reading = roles.filter(({ role }) => readers.has(role));
  if (reading.some(({ everywhere }) => everywhere === true)) return regencyOf(village);
  const areas = reading.flatMap(({ area }) => (area === undefined ? [] : [area])).sort((one, other) => one.length - other.length);
  const [widest = village] = areas;
  return widest.length < regency ? regencyOf(village) : widest;
}
