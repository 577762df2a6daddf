import { damageReported, deliveryReceived, lotDrawn } from '../domain/lot.events.ts';
import type { DrawnFor } from '../domain/lot.events.ts';
import { warehouseRegistered, zoneAdded } from '../domain/warehouse.ts';
import { sealed } from '#testing';

/* Ballots in the warehouse at Kemelak, as the specs of lots tell of them. */

const id = (kind: string, number: number): string => `018c2207-0000-7000-8000-${kind}${String(number).padStart(12 - kind.length, '0')}`;

export const warehouse = id('a', 1);
export const elsewhere = id('a', 2);
export const zone = id('b', 1);
export const backRoom = id('b', 2);
export const lot = id('c', 1);
/** A part of it that lies apart. */
export const part = id('c', 2);
export const draw = (number: number): string => id('d', number);
export const box = (number: number): string => id('e', number);
export const driver = id('f', 1);
export const supervisor = id('f', 2);
export const item = 'ballot-president';
export const ofLot = { warehouse, lot, item };

export const theWarehouse = [
  warehouseRegistered({ village: '1601141011', name: 'Gudang Logistik KPU Kemelak' }),
  zoneAdded({ zone, code: 'A-1', name: 'Surat suara' }),
  zoneAdded({ zone: backRoom, code: 'A-2', name: 'Cadangan' }),
];

export const delivered = (quantity: number, where: { warehouse?: string; item?: string } = {}) =>
  deliveryReceived({
    warehouse,
    item,
    ...where,
    quantity,
    zone,
    waybill: 'SJ-2023/11/0147',
    seals: ['KPU-0012345'],
    carrier: driver,
    carrierName: sealed('Sopir Contoh'),
    witness: supervisor,
    witnessName: sealed('Saksi Contoh'),
  });

export const drawn = (number: number, quantity: number, purpose: DrawnFor = { kind: 'box', id: box(number) }) =>
  lotDrawn({ warehouse, item, lot, draw: draw(number), quantity, for: purpose });

export const damaged = (quantity: number) => damageReported({ warehouse, item, cause: 'rain', quantity });

export const destruction = id('9', 1);

/** Of what is damaged, to be destroyed. */
export const drawnDamaged = (number: number, quantity: number) =>
  lotDrawn({ ...drawn(number, quantity, { kind: 'destruction', id: destruction }).data, condition: 'damaged' });
