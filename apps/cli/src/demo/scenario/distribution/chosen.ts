import { script } from '../scenario.ts';
import { districts } from './districts.ts';
import type { District } from './districts.ts';

/** There are no such districts, or too few: what goes wrong takes two trucks. The sentence says which there are. */
export class UnknownDistricts extends Error {
  override readonly name = 'UnknownDistricts';
}

const key = (name: string): string => name.trim().toLowerCase();

/** The districts that were named, in the order of the plan. @throws UnknownDistricts */
export function chosenFrom(names: string | undefined): readonly District[] {
  if (names === undefined) return districts;
  const wanted = new Set(names.split(',').map(key));
  const chosen = districts.filter(({ name }) => wanted.delete(key(name)));
  const known = districts.map(({ name }) => name).join(', ');
  if (wanted.size > 0) throw new UnknownDistricts(`There is no district "${[...wanted].join('", "')}". There are: ${known}.`);
  const trucks = chosen.reduce((sum, each) => sum + each.trucks, 0);
  if (trucks < 2) throw new UnknownDistricts(`One truck is not enough for the story: name another district beside ${names.trim()}. There are: ${known}.`);
  return chosen;
}

/** What the log of a demonstration of these districts says of itself. */
export const scenarioOf = (chosen: readonly District[]): string =>
  chosen.length === districts.length ? script : `${script}: ${chosen.map(({ name }) => name).join(', ')}`;

/** Whose demonstration that is; undefined: of another script. */
export function chosenIn(scenario: string): readonly District[] | undefined {
  if (scenario === script) return districts;
  if (!scenario.startsWith(`${script}: `)) return undefined;
  try {
    return chosenFrom(scenario.slice(script.length + 2));
  } catch (error) {
    if (error instanceof UnknownDistricts) return undefined;
    throw error;
  }
}
