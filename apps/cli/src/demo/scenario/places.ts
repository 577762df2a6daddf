import type { DoorLevel } from '#access';
import { idOf } from './scenario.ts';

/** Kelurahan Kemelak Bindung Langit, Kecamatan Baturaja Timur, Kabupaten OKU. */
export const village = '1601141011';
export const regency = '1601';

/** Which districts each of the three controllers has (padal), and the office beside each. */
export const controlled = {
  1: ['160107', '160113', '160114', '160130'],
  2: ['160109', '160122', '160129', '160132'],
  3: ['160108', '160120', '160121', '160128', '160131'],
} as const;
const areas = (codes: readonly string[]) => codes.map((area) => ({ area }));
export const control = { 1: areas(controlled[1]), 2: areas(controlled[2]), 3: areas(controlled[3]) } as const;

export const posts = {
  P1: { post: idOf('post', 'P1'), name: 'Pos 1 Gudang KPU Kemelak' },
  P2: { post: idOf('post', 'P2'), name: 'Pos 2 Dermaga Bongkar Kemelak' },
} as const;
export type PostName = keyof typeof posts;

interface PlannedDoor {
  readonly post: PostName;
  readonly zone: string;
  readonly level: DoorLevel;
  readonly capacity: number;
}

/** The doors are invented. G-0 and D-0 are the gates; the others lie behind them. */
export const doors = {
  'G-0': { post: 'P1', zone: 'Halaman gudang', level: 'open', capacity: 60 },
  'G-A': { post: 'P1', zone: 'Gudang A: kotak suara dan bilik', level: 'restricted', capacity: 25 },
  'G-B': { post: 'P1', zone: 'Gudang B: formulir dan tinta', level: 'restricted', capacity: 12 },
  'G-K': { post: 'P1', zone: 'Kantor petugas gudang', level: 'restricted', capacity: 8 },
  'G-S': { post: 'P1', zone: 'Ruang segel dan hologram', level: 'two-person', capacity: 4 },
  'D-0': { post: 'P2', zone: 'Halaman bongkar', level: 'open', capacity: 30 },
  'D-A': { post: 'P2', zone: 'Gudang A, sisi bongkar', level: 'restricted', capacity: 10 },
} as const satisfies Readonly<Record<string, PlannedDoor>>;
export type DoorCode = keyof typeof doors;

export const doorId = (code: DoorCode): string => idOf('door', code);
