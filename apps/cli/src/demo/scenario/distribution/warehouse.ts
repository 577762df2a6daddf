import { addZone, planRequirement, registerWarehouse } from '#logistics';
import { village } from '../places.ts';
import { idOf, minute, on } from '../scenario.ts';
import { step } from '../step.ts';
import type { Step } from '../step.ts';
import { accessories, accessoryNames, ballotOf, boothsEach, items } from './goods.ts';
import type { Accessory, Item } from './goods.ts';
import { allStations, contests, plannedBallots } from './stations.ts';

export const warehouse = idOf('warehouse', 'Kemelak');

/** The halls behind the doors of the night: A dry, B with the roof that leaks, S behind two people. */
const zones = {
  'A-1': 'Gudang A: surat suara Presiden',
  'A-2': 'Gudang A: surat suara DPD dan DPR',
  'A-3': 'Gudang A: surat suara DPRD',
  'A-4': 'Gudang A: kotak siap kirim, utara',
  'A-5': 'Gudang A: kotak siap kirim, selatan',
  'B-1': 'Gudang B: formulir',
  'B-2': 'Gudang B: bilik dan alat coblos',
  'S-1': 'Ruang segel dan tinta',
} as const;
export type ZoneCode = keyof typeof zones;
export const zoneCodes = Object.keys(zones) as readonly ZoneCode[];
export const zoneId = (code: ZoneCode): string => idOf('zone', code);

const opened = on('2023-12-02', '09:00');

const isAccessory = (item: Item): item is Accessory => accessoryNames.some((name) => name === item);

/** What the warehouse must send out of an item, and on what that rests. */
function requirement(item: Item): { readonly quantity: number; readonly basis: string } {
  if (contests.some((contest) => ballotOf(contest) === item))
    return { quantity: plannedBallots, basis: 'DPT dan cadangan 2 %, Keputusan KPU OKU (contoh) 41/2023' };
  return { quantity: (isAccessory(item) ? accessories[item].each : boothsEach) * allStations.length, basis: 'Keputusan KPU OKU (contoh) 42/2023' };
}

/** The warehouse, its zones and its plan, on the day after the night. */
export const opening: readonly Step[] = [
  step(registerWarehouse, { name: 'warehouse', at: opened, by: 'admin' }, { warehouse, village, name: 'Gudang Logistik KPU Kemelak' }),
  ...zoneCodes.map((code, index) =>
    step(addZone, { name: `zone ${code}`, at: opened + (index + 1) * minute, by: 'admin' }, { warehouse, zone: zoneId(code), code, name: zones[code] }),
  ),
  ...items.map((item, index) =>
    step(planRequirement, { name: `plan ${item}`, at: opened + (30 + index) * minute, by: 'dispatcher' }, { warehouse, item, ...requirement(item) }),
  ),
];
