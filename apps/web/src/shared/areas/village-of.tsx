import { useAreas } from './area-names.tsx';

interface VillageProps {
  readonly station: string | null;
  /** What parts it from what follows. */
  readonly after?: string;
}

/** In which village a station is, beside its code; nothing where no list of stations names it. */
export function VillageOf({ station, after = '' }: VillageProps) {
  const { villageOf } = useAreas();
  const village = station === null ? undefined : villageOf(station);
  return village !== undefined && <span className="small quiet">{`${after === '' ? ' ' : ''}${village}${after}`}</span>;
}
