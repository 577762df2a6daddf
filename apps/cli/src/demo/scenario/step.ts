import type { Asked, CommandSlice, Instant } from '#kernel';
import type { Login } from './people.ts';

/** One command of the script. */
export interface Step {
  /** Names it, and with it its command id. */
  readonly name: string;
  /** When it is recorded. */
  readonly at: Instant;
  readonly by: Login;
  readonly slice: CommandSlice;
  readonly asked: object;
  /** Told afterwards: when it happened. */
  readonly happened?: Instant;
  /** It is refused, and this objection is why. */
  readonly refused?: string;
  /**
   * What it is about (a box, a lot, a run): it is told when what came before it about the same stands in the log, beside
   * whatever else is being told. A step that is about nothing has the log to itself, and the processes act after it.
   */
  readonly about?: readonly string[];
  /** What it only comes after: what else is about the same and came before, but not what is also beside. */
  readonly beside?: readonly string[];
}

type About = Omit<Step, 'slice' | 'asked'>;

/** A step whose fields are checked against its command. */
export const step = <C extends object>(slice: CommandSlice<C>, about: About, asked: Asked<C>): Step => ({ ...about, slice, asked });

/** The order in which the script is recorded; what has the same instant keeps the order in which it is written. */
export const inOrder = (steps: readonly Step[]): readonly Step[] => steps.toSorted((one, other) => one.at - other.at);

/** Free text and names, as a person sends them. */
export const open = (value: string): { readonly value: string } => ({ value });
