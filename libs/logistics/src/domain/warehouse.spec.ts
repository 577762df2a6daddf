import { folded, nightAtKemelak, sealed, told } from '#testing';
import { item, theWarehouse, zone } from '../testing/lots.ts';
import { conditionChecked, hazardFound, plannedAt, requirementPlanned, warehouse, warehouseRegistered, zoneAdded, zonePhotographed } from './warehouse.ts';
import type { WarehouseEvent } from './warehouse.ts';

const at = (minutes: number): number => nightAtKemelak + minutes * 60_000;
const when = <Event extends WarehouseEvent>(minutes: number, event: Event): Event => told(event, { effectiveAt: at(minutes) });
const planned = (quantity: number) => requirementPlanned({ item, quantity, basis: 'Keputusan KPU 1395/2023' });

describe('a warehouse', () => {
  it('is what it was first registered as, and so are its zones', () => {
    const again = [warehouseRegistered({ village: '1601141012', name: 'Gudang 2' }), zoneAdded({ zone, code: 'Z-9', name: 'Bilik' })];
    const { registered, zones } = folded(warehouse, [...theWarehouse, ...again]);
    expect([registered?.village, zones[zone]?.code]).toEqual(['1601141011', 'A-1']);
  });

  it('must send out, at each instant, what was planned then, in whichever order it is told', () => {
    const late = folded(warehouse, [...theWarehouse, when(20, planned(300)), when(10, planned(200))]);
    expect([0, 10, 20].map((minutes) => plannedAt(late, item, at(minutes))?.quantity)).toEqual([undefined, 200, 300]);
    expect(plannedAt(late, 'ink', at(20))).toBeUndefined();
  });

  it('knows when a zone was last looked at, and when each hazard was last found there', () => {
    const checked = conditionChecked({ zone, photos: [] });
    const leaking = hazardFound({ zone, hazard: 'leak' });
    const { conditions } = folded(warehouse, [...theWarehouse, when(20, checked), when(20, leaking), when(10, checked), when(10, leaking)]);
    expect(conditions).toEqual({ [zone]: { checked: at(20), found: { leak: at(20) } } });
  });

  it('knows which photographs its checks name, and which pictures have come, in whichever order', () => {
    const [checked, kept] = [conditionChecked({ zone, photos: ['a', 'b'] }), zonePhotographed({ zone, photo: 'a', zonePhoto: sealed('a picture') })];
    const photos = { [zone]: { a: 'kept', b: 'named' } };
    expect(folded(warehouse, [...theWarehouse, checked, kept]).photos).toEqual(photos);
    expect(folded(warehouse, [...theWarehouse, kept, checked]).photos).toEqual(photos);
  });

  it('belongs to the area of its village', () => {
    expect(warehouse.scope?.(warehouse.initial)).toBeUndefined();
    expect(warehouse.scope?.(folded(warehouse, theWarehouse))).toEqual({ area: '1601141011' });
  });
});
