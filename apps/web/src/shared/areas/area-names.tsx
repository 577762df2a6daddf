import { createContext, use, useMemo, type ReactNode } from 'react';
import { useAnswer } from '../offline/index.ts';

/** What areas are called, by their codes. */
type Names = ReadonlyMap<string, string>;

const Known = createContext<Names>(new Map());

/** More than any regency has; whoever sees more than one sees the first of them by name. */
const most = 5_000;

/** Asks once what the areas are called; everything inside says them by name. `within`: first digits; absent: all. */
export function AreaNames({ within, children }: { readonly within?: string; readonly children: ReactNode }) {
  // Lists of stations are seldom corrected: no screen waits for it, and none asks again at each change of the log.
  const asked = useAnswer('deployment.areas', { limit: most, ...(within !== undefined && { area: within }) }, { live: false });
  const items = asked.answer?.value.items;
  const names = useMemo(() => new Map(items?.map(({ area, name }) => [area, name])), [items]);
  return <Known value={names}>{children}</Known>;
}

interface Areas {
  /** `Baturaja Timur`; the code where no list of stations names it. */
  readonly nameOf: (area: string) => string;
  /** `Baturaja Timur (160114)`, where one of that name may stand beside it, or where people also know the code. */
  readonly placeOf: (area: string) => string;
  /** What the village of a station is called; nothing where no list names it. */
  readonly villageOf: (station: string) => string | undefined;
}

export function useAreas(): Areas {
  const names = use(Known);
  return useMemo(
    () => ({
      nameOf: (area) => names.get(area) ?? area,
      placeOf: (area) => placeIn(names, area),
      villageOf: (station) => names.get(station.slice(0, villageDigits)),
    }),
    [names],
  );
}

const villageDigits = 10;

/** An area as people say it, with its code; the code alone where no list names it. */
export function placeIn(names: Names, area: string): string {
  const name = names.get(area);
  return name === undefined ? area : `${name} (${area})`;
}
