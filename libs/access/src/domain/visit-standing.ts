import type { Instant, Moved } from '#kernel';
import { lastBy } from '#kernel';
import type { Move, Visit } from './visit.ts';

interface Inside {
  readonly door: string;
  readonly badge: string;
  readonly entered: Instant;
}

/** `unaccounted`: the guest went in, and is not there, and nobody saw them go. */
export type VisitStanding =
  | { readonly status: 'unreported' }
  | { readonly status: 'waiting' }
  | { readonly status: 'refused' }
  | ({ readonly status: 'inside' } & Inside)
  | ({ readonly status: 'unaccounted' } & Inside)
  | { readonly status: 'gone' };

/**
 * How the visit stood at the instant, by all that has been told since: what happened last decides. The report counts
 * whenever it was made, since nobody is admitted before being spoken to.
 */
export function visitAt(visit: Visit, at: Instant): VisitStanding {
  const start: VisitStanding = { status: visit.reported ? 'waiting' : 'unreported' };
  return movesOf(visit)
    .filter((move) => move.at <= at)
    .reduce<VisitStanding>(after, start);
}

function after(standing: VisitStanding, move: Move): VisitStanding {
  switch (move.kind) {
    case 'admitted':
      return { status: 'inside', door: move.door, badge: move.badge, entered: move.at };
    case 'refused':
      // Whoever is inside stays counted: a wrong "refused" must not lose a person in a fire.
      return standing.status === 'inside' || standing.status === 'unaccounted' ? standing : { status: 'refused' };
    case 'left':
      return { status: 'gone' };
    case 'exit-not-observed':
      // A later word about the exit that nobody saw does not undo an exit that someone did see.
      return standing.status === 'inside' ? { ...standing, status: 'unaccounted' } : standing;
  }
}

/** The moves at the gate as they now read: with the corrections, in time. */
function movesOf({ moves, corrected }: Visit): readonly Move[] {
  const { entered, left, door, badge } = corrected;
  const admission = moves.findLastIndex(({ kind }) => kind === 'admitted');
  const exit = moves.findLastIndex(({ kind }) => kind === 'left');
  return moves
    .map((move, index) => {
      if (index === admission && move.kind === 'admitted')
        return { ...move, at: entered?.value ?? move.at, door: door?.value ?? move.door, badge: badge?.value ?? move.badge };
      return index === exit ? { ...move, at: left?.value ?? move.at } : move;
    })
    .toSorted((one, other) => one.at - other.at);
}

/** Whether the guest was behind the inner door at the instant: they went in, and neither came out nor passed the gate since. */
export function isBehind(visit: Visit, door: string, at: Instant): boolean {
  const last = lastBy(
    visit.innerMoves.filter((move) => move.door === door),
    at,
  );
  return last?.kind === 'entered' && !movesOf(visit).some((move) => move.at <= at && endsWhatBeganAt(last.at, move));
}

/** Who goes in at the very instant of their admission was admitted first. */
const endsWhatBeganAt = (entered: Instant, { kind, at }: Move): boolean => (kind === 'left' && at >= entered) || (kind === 'admitted' && at > entered);

/** When the visit should be over. */
export const allowedUntil = ({ reported, corrected }: Visit): Instant | undefined => corrected.allowedUntil?.value ?? reported?.allowedUntil;

/** The instants of the last admission and the last exit as they would read with these in their place. */
export function passageWith(
  visit: Visit,
  { entered, left }: { readonly entered?: Instant | undefined; readonly left?: Instant | undefined },
): { entered?: Instant; left?: Instant } {
  const moves = movesOf(visit);
  const last = (kind: Move['kind']): Moved | undefined => moves.findLast((move) => move.kind === kind);
  const from = entered ?? last('admitted')?.at;
  const until = left ?? last('left')?.at;
  return { ...(from !== undefined && { entered: from }), ...(until !== undefined && { left: until }) };
}
