import { minute } from '../scenario.ts';
import { inOrder } from '../step.ts';
import type { Step } from '../step.ts';
import { cargoFor, spell, turnBegins } from './cargo.ts';
import { conditions, votingMorning } from './conditions.ts';
import { lackingIn, plannedContentsOf } from './contents.ts';
import type { Lacking } from './contents.ts';
import { burning } from './destruction.ts';
import type { District } from './districts.ts';
import { handingOverBegins, handingOverOf, receiptsOf } from './handing-over.ts';
import { journeyOf } from './journeys.ts';
import { packingOf } from './packing.ts';
import { runAt, runsFor } from './runs.ts';
import { stationList } from './station-list.ts';
import { supply } from './supply.ts';
import { askedOnTheRoad, overdueAt, receiptGrace, troublesOf } from './troubles.ts';
import { opening } from './warehouse.ts';

/** The distribution of the general election to some districts: everything that was recorded, day by day. */
export interface Distribution {
  /** How many steps there are: each day's are made for it. */
  count(): number;
  /** Each day's steps in their order, made when they are asked for: all at once they would fill the memory. */
  days(): Iterable<readonly Step[]>;
  /** Instants at which something is noticed, or would be if what was told before them were not in the log by then. */
  readonly deadlines: readonly number[];
  /** A box on the road, and what its truck had passed. */
  readonly asked: ReturnType<typeof askedOnTheRoad>;
  /** A truck past its time, and when. */
  readonly late: { readonly area: string; readonly at: number };
  /** What boxes hold less of than was planned, once all are packed. */
  readonly lacking: readonly Lacking[];
}

/** The step that the story ends with. */
export const endsWith: Step = votingMorning;

const day = 86_400_000;
/** Midnight in WIB. */
const dayOf = (at: number): number => Math.floor((at + 7 * 3_600_000) / day);

export function distributionTo(chosen: readonly District[]): Distribution {
  const cargo = cargoFor(chosen);
  const runs = runsFor(chosen, cargo);
  const others = Map.groupBy([...opening, ...stationList, ...supply, ...plannedContentsOf(cargo), ...conditions, ...troublesOf(runs), ...burning], ({ at }) =>
    dayOf(at),
  );
  const packed = Map.groupBy(cargo, ({ turn }) => dayOf(turnBegins(turn) + 2 * spell));
  const journeys = Map.groupBy(runs, ({ departs }) => dayOf(departs));
  const handingOver = dayOf(handingOverBegins);
  const days = [...new Set([...others.keys(), ...packed.keys(), ...journeys.keys(), ...[...journeys.keys()].map((each) => each - 1), handingOver])].toSorted();

  const stepsOn = (on: number): readonly Step[] =>
    inOrder([
      ...(others.get(on) ?? []),
      ...(packed.get(on) ?? []).flatMap(packingOf),
      ...[on, on + 1]
        .flatMap((each) => journeys.get(each) ?? [])
        .flatMap((run) => [...journeyOf(run), ...receiptsOf(run)].filter(({ at }) => dayOf(at) === on)),
      ...(on === handingOver ? runs.flatMap(handingOverOf) : []),
    ]);

  return {
    count: () => days.reduce((sum, each) => sum + stepsOn(each).length, 0),
    *days() {
      for (const each of days) yield stepsOn(each);
    },
    deadlines: [overdueAt(runs), ...runs.flatMap(({ due, arrives }) => [due, arrives + receiptGrace])].toSorted((one, other) => one - other),
    asked: askedOnTheRoad(runs),
    late: { area: runAt(runs, 1).district.code, at: overdueAt(runs) + 30 * minute },
    lacking: lackingIn(cargo),
  };
}
