import { districts } from './districts.ts';
import type { District } from './districts.ts';

/** A polling station. */
export interface Station {
  /** Its place among all stations of the regency, from 0. */
  readonly index: number;
  readonly code: string;
  readonly village: string;
  readonly villageName: string;
  readonly district: District;
  /** Ballots of each kind: its voters and 2 % in reserve. */
  readonly ballots: number;
}

/** What was planned of each kind of ballot for the whole regency. */
export const plannedBallots = 275_881;

const count = districts.reduce((sum, { stations }) => sum + stations, 0);
const least = 205;
/** Stations differ as real ones do: without a pattern that meets the eye, and the same at every start. */
const uneven = (index: number): number => least + ((index * 37) % 41);
const missing = plannedBallots - Array.from({ length: count }, (_, index) => uneven(index)).reduce((sum, ballots) => sum + ballots, 0);

/**
 * The real list has names and codes that skip numbers. Here the villages of a district are numbered 2001, 2002, …; in
 * Baturaja Timur the first is the warehouse's own, and alone has its real name. The stations are shared out evenly.
 */
function stationsOf(district: District, before: number): readonly Station[] {
  return Array.from({ length: district.stations }, (_, position) => {
    const index = before + position;
    const [village, villageName] = villageOf(district, Math.floor((position * district.villages) / district.stations));
    const inVillage = position - Math.ceil((Math.floor((position * district.villages) / district.stations) * district.stations) / district.villages);
    const code = `${village}-${String(inVillage + 1).padStart(3, '0')}`;
    return { index, code, village, villageName, district, ballots: uneven(index) + Math.floor(missing / count) + (index < missing % count ? 1 : 0) };
  });
}

function villageOf({ code, name }: District, position: number): readonly [code: string, name: string] {
  return code === '160114' && position === 0 ? ['1601141011', 'Kemelak Bindung Langit'] : [`${code}${2001 + position}`, `Desa ${position + 1} ${name}`];
}

/** All 1,225, district by district. */
export const allStations: readonly Station[] = districts.reduce<readonly Station[]>((before, each) => [...before, ...stationsOf(each, before.length)], []);

/** The elections of the day: each has a box of its own at every station. */
export const contests = ['president', 'dpd', 'dpr', 'dprd-province', 'dprd-regency'] as const;
export type Contest = (typeof contests)[number];
