import type { Fact } from '#kernel';
import type { ProjectionDeclaration } from '../declare/projection.ts';
import { projecting, type Told } from './projecting.ts';

/** One fact, told when it happened unless `recorded` says when the log learnt of it. */
export type Tell = (stream: string, fact: Fact, clock: string, recorded?: string, more?: Partial<Told>) => Told;

/** For specs: facts with the times of a clock on the wall. `at('02:13')` is the instant, ms. */
export const telling =
  (at: (clock: string) => number): Tell =>
  (stream, fact, clock, recorded, more = {}) => ({
    stream,
    fact,
    effectiveAt: at(clock),
    ...(recorded !== undefined && { recordedAt: at(recorded), voice: 'testified' }),
    ...more,
  });

/** For specs: `projecting` with every projection of a context, in the order in which the projector runs them. */
export const projectingAll = (views: Readonly<Record<string, ProjectionDeclaration>>): ReturnType<typeof projecting> =>
  projecting(...Object.values(views).sort((one, other) => (one.name < other.name ? -1 : 1)));
