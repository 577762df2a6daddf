import { stream, inTime } from '#kernel';
import type { DataOf, Instant, Told, Moved } from '#kernel';
import type { visitCorrected, VisitEvent } from './visit.events.ts';

/** What happened at the gate. */
export type Move = Moved &
  ({ readonly kind: 'admitted'; readonly door: string; readonly badge: string } | { readonly kind: 'refused' | 'left' | 'exit-not-observed' });

/** What happened at an inner door. */
export type InnerMove = Moved & { readonly kind: 'entered' | 'left'; readonly door: string };

const correctable = ['entered', 'left', 'door', 'badge', 'allowedUntil'] as const;
type Corrected = Pick<DataOf<typeof visitCorrected>, (typeof correctable)[number]>;

/**
 * What has been told of a visit, whatever the order it was told in. How it stood at an instant is `visitAt`
 * (visit-standing.ts): testimony that comes late is compared with then, not with now.
 */
export interface Visit {
  readonly post?: string;
  readonly guest?: string;
  readonly reported?: Moved & { readonly allowedUntil: Instant };
  readonly moves: readonly Move[];
  readonly innerMoves: readonly InnerMove[];
  /** For each field the correction that was made last, and when. */
  readonly corrected: { readonly [Field in keyof Corrected]?: Moved & { readonly value: NonNullable<Corrected[Field]> } };
  /** Watchlist entries that a squad leader knows of. */
  readonly overridden: readonly string[];
  /** Whether the card that the guest showed was photographed. */
  readonly photographed: boolean;
  /** The allowed times past which the visit was noticed to go on. */
  readonly overdueNoticed: readonly Instant[];
}

/** One guest's visit to one post, from the report at the gate to the exit. */
export const visit = stream<Visit, VisitEvent>({
  kind: 'visit',
  initial: { moves: [], innerMoves: [], corrected: {}, overridden: [], photographed: false, overdueNoticed: [] },
  scope: ({ post }) => (post === undefined ? undefined : { post }),
  evolve: {
    'access.guest-reported.v1': (visit, { post, guest, allowedUntil }, { effectiveAt: at }) =>
      visit.reported && visit.reported.at <= at ? visit : { ...visit, post, guest, reported: { at, allowedUntil } },
    'access.guest-admitted.v1': (visit, data, told) => moved(visit, data, { at: told.effectiveAt, kind: 'admitted', door: data.door, badge: data.badge }),
    'access.guest-refused.v1': (visit, data, told) => moved(visit, data, { at: told.effectiveAt, kind: 'refused' }),
    'access.guest-left.v1': (visit, data, told) => moved(visit, data, { at: told.effectiveAt, kind: 'left' }),
    'access.exit-not-observed.v1': (visit, data, told) => moved(visit, data, { at: told.effectiveAt, kind: 'exit-not-observed' }),
    'access.door-entered.v1': (visit, data, told) => movedInside(visit, data, { at: told.effectiveAt, kind: 'entered', door: data.door }),
    'access.door-left.v1': (visit, data, told) => movedInside(visit, data, { at: told.effectiveAt, kind: 'left', door: data.door }),
    'access.entry-refused.v1': ofVisit,
    'access.visit-corrected.v1': (visit, data, told) => ({ ...ofVisit(visit, data), corrected: corrected(visit, data, told) }),
    'access.watchlist-hit-overridden.v1': (visit, data) => ({ ...ofVisit(visit, data), overridden: union(visit.overridden, data.entries) }),
    'access.card-photographed.v1': (visit, data) => ({ ...ofVisit(visit, data), photographed: true }),
    'access.visit-overdue-noticed.v1': (visit, data) => ({ ...ofVisit(visit, data), overdueNoticed: union(visit.overdueNoticed, [data.allowedUntil]) }),
  },
});

/** Whose and where: as the report says, or, until that arrives, the first fact told. */
function ofVisit(visit: Visit, { post, guest }: { post: string; guest: string }): Visit {
  return visit.post === undefined ? { ...visit, post, guest } : visit;
}

const moved = (visit: Visit, data: { post: string; guest: string }, move: Move): Visit => ({ ...ofVisit(visit, data), moves: inTime(visit.moves, move) });

const movedInside = (visit: Visit, data: { post: string; guest: string }, move: InnerMove): Visit => ({
  ...ofVisit(visit, data),
  innerMoves: inTime(visit.innerMoves, move),
});

/** Of two corrections of one field the one made later holds, not the one that arrived later. */
function corrected({ corrected }: Visit, data: Corrected, { effectiveAt: at }: Told): Visit['corrected'] {
  const made = correctable.filter((field) => data[field] !== undefined && (corrected[field]?.at ?? -Infinity) <= at);
  return { ...corrected, ...Object.fromEntries(made.map((field) => [field, { at, value: data[field] }])) };
}

const union = <Item>(known: readonly Item[], more: readonly Item[]): readonly Item[] => [...new Set([...known, ...more])];
