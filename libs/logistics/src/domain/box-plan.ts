import { event, inTime, lastBy, naturalId, stream } from '#kernel';
import type { DataOf, Instant, Moved } from '#kernel';

export interface ContentPlanned {
  readonly item: string;
  readonly quantity: number;
}

/** What a box of a station is to hold for an election. The next plan takes the place of this one: lists are corrected. */
export const boxPlanned = event('logistics.box-planned.v1')<{ station: string; contest: string; contents: readonly ContentPlanned[] }>();

export type BoxPlanEvent = ReturnType<typeof boxPlanned>;
type Plan = DataOf<typeof boxPlanned>;

export interface BoxPlan {
  readonly station?: string;
  readonly plans: readonly (Moved & { readonly plan: Plan })[];
}

/** What one box is to hold: a plan, and nothing that happens to the box, whose own stream tells that. */
export const boxPlan = stream<BoxPlan, BoxPlanEvent>({
  kind: 'box-plan',
  initial: { plans: [] },
  scope: ({ station }) => (station === undefined ? undefined : { station }),
  evolve: {
    'logistics.box-planned.v1': ({ plans }, plan, { effectiveAt: at }) => ({ station: plan.station, plans: inTime(plans, { at, plan }) }),
  },
});

/** The id of the box that a station has for an election follows from both, so that a list can be sent twice. */
export const boxIdOf = (station: string, contest: string): string => naturalId('box', `${station} ${contest}`);

/** As it was planned at the instant. */
export const boxPlannedAt = ({ plans }: BoxPlan, at: Instant): Plan | undefined => lastBy(plans, at)?.plan;

/** Whether both plan the same contents, each in the order of its items. */
export const areSameContents = (one: readonly ContentPlanned[], other: readonly ContentPlanned[]): boolean =>
  one.length === other.length && one.every(({ item, quantity }, index) => item === other[index]?.item && quantity === other[index].quantity);
