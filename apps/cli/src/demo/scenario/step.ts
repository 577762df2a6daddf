import type { Asked, CommandSlice, Instant } from '#kernel';
import type { Login } from './people.ts';

/** What somebody of the script tells, and when. */
interface Told {
  /** Names it, and with it its command id. */
  readonly name: string;
  /** When it is recorded. */
  readonly at: Instant;
  readonly by: Login;
  /**
   * What it is about (a box, a lot, a run): it is told when what came before it about the same stands in the log, beside
   * whatever else is being told. A step that is about nothing has the log to itself, and the processes act after it.
   */
  readonly about?: readonly string[];
  /** What it only comes after: what else is about the same and came before, but not what is also beside. */
  readonly beside?: readonly string[];
}

/** One command of the script. */
export interface CommandStep extends Told {
  readonly slice: CommandSlice;
  readonly asked: object;
  /** Told afterwards: when it happened. */
  readonly happened?: Instant;
  /** It is refused, and this objection is why. */
  readonly refused?: string;
  /** It is recorded, and whoever told it hears this of it at once. */
  readonly hears?: string;
}

/** A list that somebody imports: each of its rows becomes a command. */
export interface ListStep extends Told {
  readonly list: List;
}
export interface List {
  readonly kind: 'boxes' | 'stations';
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export type Step = CommandStep | ListStep;

type About = Omit<CommandStep, 'slice' | 'asked'>;

/** A step whose fields are checked against its command. */
export const step = <C extends object>(slice: CommandSlice<C>, about: About, asked: Asked<C>): CommandStep => ({ ...about, slice, asked });

/** The order in which the script is recorded; what has the same instant keeps the order in which it is written. */
export const inOrder = <Some extends Step>(steps: readonly Some[]): readonly Some[] => steps.toSorted((one, other) => one.at - other.at);

/** Free text and names, as a person sends them. */
export const open = (value: string): { readonly value: string } => ({ value });
