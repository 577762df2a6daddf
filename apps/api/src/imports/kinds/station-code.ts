import { RowRefused } from '../faults.ts';
import type { Values } from './kind.ts';

/** How columns that name a village or a station may be called. */
export const stationColumns = {
  station: ['kode_tps', 'id_tps', 'tps_id', 'station_code'],
  village_code: ['kode_desa', 'kode_kelurahan', 'kode_desa_kelurahan', 'kode_kel'],
  number: ['nomor_tps', 'no_tps', 'tps', 'station_number'],
} as const;

const villageForm = /^\d{10}$/;
const stationForm = /^\d{10}-(?!000)\d{3}$/;

/** The village's code. @throws RowRefused */
export function villageIn(values: Values): string {
  const village = needed(values, 'village_code');
  if (!villageForm.test(village)) throw new RowRefused('village_code', 'not-a-village');
  return village;
}

/** A station's code, written whole or as village and number. @throws RowRefused */
export function stationIn(values: Values): string {
  const whole = values.get('station');
  if (whole === undefined) return codeOf(villageIn(values), numberIn(needed(values, 'number'), 'number'));
  if (!stationForm.test(whole)) throw new RowRefused('station', 'not-a-station');
  return whole;
}

export const codeOf = (village: string, number: number): string => `${village}-${String(number).padStart(3, '0')}`;

/** @throws RowRefused */
export function numberIn(text: string, column: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) === 0) throw new RowRefused(column, 'not-a-number');
  return Number(text);
}

/** @throws RowRefused */
export function wholeIn(text: string, column: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new RowRefused(column, 'not-whole');
  return Number(text);
}

/** @throws RowRefused */
export function needed(values: Values, column: string): string {
  const value = values.get(column);
  if (value === undefined) throw new RowRefused(column, 'missing');
  return value;
}
