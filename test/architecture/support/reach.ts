import type { Cruise } from './house.ts';

export type Arrows = ReadonlyMap<string, readonly string[]>;

/** What each module loads when it runs: imports of types are erased and load nothing. */
export const loads = ({ modules }: Cruise): Arrows =>
  new Map(
    modules.map(({ source, dependencies }) => [
      source,
      dependencies.filter(({ dependencyTypes }) => !dependencyTypes.includes('type-only')).map(({ resolved }) => resolved),
    ]),
  );

/** Everything that is loaded with `start`, each with the way that leads to it. */
export function reach(arrows: Arrows, start: string): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>([[start, [start]]]);
  for (const [module, way] of ways) for (const next of arrows.get(module) ?? []) if (!ways.has(next)) ways.set(next, [...way, next]);
  return ways;
}
