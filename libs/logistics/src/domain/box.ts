import { inTime, lastBy, said, stream } from '#kernel';
import type { DataOf, Instant, Moved, Told } from '#kernel';
import type { BoxEvent, boxReturned } from './box.events.ts';

/** Where a box can be said to be. */
export type BoxPlace =
  | { readonly status: 'in-warehouse'; readonly warehouse: string; readonly zone?: string }
  | { readonly status: 'on-truck'; readonly dispatch: string }
  | { readonly status: 'at-office'; readonly village: string }
  | { readonly status: 'at-station' }
  | { readonly status: 'lost' };

type Move = Moved & { readonly place: BoxPlace };
type SealTurn = Moved & ({ readonly turn: 'sealed'; readonly seals: readonly string[] } | { readonly turn: 'broken'; readonly seal: string });

/** What has been told of a box, whatever the order it was told in. How it stood at an instant is `boxAt`. */
export interface Box {
  readonly station?: string;
  readonly isPacked: boolean;
  readonly moves: readonly Move[];
  readonly sealTurns: readonly SealTurn[];
}

/** One ballot box of one station, from its packing to its return. */
export const box = stream<Box, BoxEvent>({
  kind: 'box',
  initial: { isPacked: false, moves: [], sealTurns: [] },
  scope: ({ station }) => (station === undefined ? undefined : { station }),
  evolve: {
    'logistics.box-packed.v1': (box, data, told) => ({
      ...moved(box, data, told, { status: 'in-warehouse', warehouse: data.warehouse, zone: data.zone }),
      isPacked: true,
    }),
    'logistics.box-sealed.v1': (box, data, told) => turned(box, data, { at: told.effectiveAt, turn: 'sealed', seals: data.seals }),
    'logistics.seal-broken.v1': (box, data, told) => turned(box, data, { at: told.effectiveAt, turn: 'broken', seal: data.seal }),
    'logistics.box-loaded.v1': (box, data, told) => moved(box, data, told, { status: 'on-truck', dispatch: data.dispatch }),
    'logistics.loading-refused.v1': ofBox,
    'logistics.box-received.v1': (box, data, told) => moved(box, data, told, { status: 'at-office', village: data.village }),
    'logistics.seal-mismatch-found.v1': ofBox,
    'logistics.box-handed-to-station.v1': (box, data, told) => moved(box, data, told, { status: 'at-station' }),
    'logistics.box-returned.v1': (box, data, told) => moved(box, data, told, placeOfReturn(data)),
    'logistics.box-loss-reported.v1': (box, data, told) => moved(box, data, told, { status: 'lost' }),
  },
});

/** The first thing told of a box says for which station it is. */
function ofBox(box: Box, { station }: { readonly station: string }): Box {
  return box.station === undefined ? { ...box, station } : box;
}

function moved(box: Box, data: { readonly station: string }, { effectiveAt }: Told, place: BoxPlace): Box {
  return { ...ofBox(box, data), moves: inTime(box.moves, { at: effectiveAt, place }) };
}

function turned(box: Box, data: { readonly station: string }, turn: SealTurn): Box {
  return { ...ofBox(box, data), sealTurns: inTime(box.sealTurns, turn) };
}

function placeOfReturn({ village, warehouse, zone }: DataOf<typeof boxReturned>): BoxPlace {
  return warehouse === undefined ? { status: 'at-office', village } : { status: 'in-warehouse', warehouse, ...said({ zone }) };
}

export interface BoxStanding {
  readonly place: BoxPlace | { readonly status: 'unpacked' };
  /** The seals that are on it. */
  readonly seals: readonly string[];
  /** Sealed, and no seal broken since. */
  readonly isSealed: boolean;
}

/** How the box stood at the instant, by all that has been told. */
export function boxAt({ moves, sealTurns }: Box, at: Instant): BoxStanding {
  const turns = sealTurns.filter((turn) => turn.at <= at);
  const seals = turns.reduce<readonly string[]>((on, turn) => (turn.turn === 'sealed' ? [...on, ...turn.seals] : on.filter((seal) => seal !== turn.seal)), []);
  return { place: lastBy(moves, at)?.place ?? { status: 'unpacked' }, seals: [...new Set(seals)].sort(), isSealed: turns.at(-1)?.turn === 'sealed' };
}

/** Every seal number that was ever put on the box. */
export const sealsEverOn = ({ sealTurns }: Box): readonly string[] => sealTurns.flatMap((turn) => (turn.turn === 'sealed' ? turn.seals : []));
