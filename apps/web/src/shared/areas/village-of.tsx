import { useAreas } from './area-names.tsx';

/** In which village a station is, beside its code; nothing where no list of stations names it. */
export function VillageOf({ station }: { readonly station: string | null }) {
  const { villageOf } = useAreas();
  const village = station === null ? undefined : villageOf(station);
  return village !== undefined && <span className="small quiet"> {village}</span>;
}
