import { compile, type Statement } from '../declare/kysely.ts';
import { Place } from '../declare/place.ts';
import type { ReaderStatement } from '../readers/messages.ts';
import { bindable, compiled } from './compiled.ts';

type Args = Readonly<Record<string, unknown>>;
type Build = (args: Args) => Statement;

/** SQL with, for each parameter, the argument that it takes or the value that it always has. */
interface Prepared {
  readonly sql: string;
  readonly parameters: readonly ({ readonly name: string } | { readonly constant: ReaderStatement['parameters'][number] })[];
}

/**
 * Builds a look's SQL once, with places for its arguments, and then only binds: building it costs more than asking it.
 * What was built is compared with what the arguments themselves build, once for each shape they come in; a look whose
 * SQL depends on more than the shape (which are there, which are null or empty) is built every time.
 */
export class LookStatements {
  readonly #build: Build;
  readonly #byShape = new Map<string, Prepared | 'each time'>();

  constructor(build: Build) {
    this.#build = build;
  }

  for(args: Args): ReaderStatement {
    const shape = shapeOf(args);
    const known = this.#byShape.get(shape);
    if (known === 'each time') return compiled(this.#build(args));
    if (known) return bind(known, args);
    const built = compiled(this.#build(args));
    const prepared = prepare(this.#build, args);
    this.#byShape.set(shape, prepared && isSame(bind(prepared, args), built) ? prepared : 'each time');
    return built;
  }
}

/** Which arguments there are, of which type, and which are falsy: what a builder can tell apart without looking at values. */
const shapeOf = (args: Args): string =>
  Object.entries(args)
    .map(([name, value]) => `${name}:${typeof value}${value ? '' : String(value)}`)
    .join();

function prepare(build: Build, args: Args): Prepared | undefined {
  try {
    const places = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, value ? new Place([name]) : value]));
    const { sql, parameters } = compile(build(places));
    return {
      sql,
      parameters: parameters.map((parameter) => (parameter instanceof Place ? { name: parameter.path[0] ?? '' } : { constant: bindable(parameter, sql) })),
    };
  } catch {
    // It looks at the values, which it may.
    return undefined;
  }
}

const bind = ({ sql, parameters }: Prepared, args: Args): ReaderStatement => ({
  sql,
  parameters: parameters.map((parameter) => ('name' in parameter ? bindable(args[parameter.name], sql) : parameter.constant)),
});

const isSame = (one: ReaderStatement, other: ReaderStatement): boolean =>
  one.sql === other.sql &&
  one.parameters.length === other.parameters.length &&
  one.parameters.every((parameter, index) => parameter === other.parameters[index]);
