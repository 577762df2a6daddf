import { contests } from './stations.ts';
import type { Contest } from './stations.ts';

export const ballotOf = (contest: Contest) => `ballot-${contest}` as const;

/** What else a station needs, and goes into its box of the presidential election. */
export const accessories = {
  ink: { each: 2, reserve: 24, what: 'Tinta' },
  seal: { each: 40, reserve: 500, what: 'Segel kertas' },
  'form-set': { each: 1, reserve: 25, what: 'Formulir' },
  'punching-tool': { each: 4, reserve: 40, what: 'Alat coblos' },
} as const satisfies Readonly<Record<string, { readonly each: number; readonly reserve: number; readonly what: string }>>;
export type Accessory = keyof typeof accessories;
export const accessoryNames = Object.keys(accessories) as readonly Accessory[];

/** Booths go out flat beside the boxes, so many for each station. */
export const boothsEach = 4;

export type Item = ReturnType<typeof ballotOf> | Accessory | 'booth';
export const items: readonly Item[] = [...contests.map(ballotOf), ...accessoryNames, 'booth'];
