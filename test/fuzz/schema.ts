import { randomBytes } from 'node:crypto';
import { formatWib, uuidv5 } from '#kernel';
import { mark, pick, secret } from './hostile.ts';

/** As much of JSON schema as Saksi's document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly example?: unknown;
}

/** Ids that exist, by the name of the field that may hold them. */
export type Pool = Readonly<Record<string, readonly string[]>>;

const secrets = /^(passphrase|current|next|pin|code)$/;

/** Makes values that fit a schema; personal values and secrets are marked. */
export class Fitting {
  readonly #schemas: Readonly<Record<string, Schema>>;
  readonly #pool: Pool;
  readonly #random: (below: number) => number;

  constructor(schemas: Readonly<Record<string, Schema>>, pool: Pool, random: (below: number) => number) {
    this.#schemas = schemas;
    this.#pool = pool;
    this.#random = random;
  }

  resolve(schema: Schema): Schema {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : (this.#schemas[name] ?? {});
  }

  value(name: string, given: Schema): unknown {
    const random = this.#random;
    const schema = this.resolve(given);
    if (schema.oneOf) return this.value(name, pick(random, schema.oneOf));
    if (schema.enum) return pick(random, schema.enum);
    if (schema.properties) return isPersonal(schema) ? this.#personal(schema) : this.object(schema);
    switch (schema.type) {
      case 'array':
        return Array.from({ length: Math.max(schema.minItems ?? 0, random(3)) }, () => this.value(name, schema.items ?? {}));
      case 'integer':
        return this.#integer(schema);
      case 'boolean':
        return random(2) === 0;
      default:
        return this.#text(name, schema);
    }
  }

  object({ properties = {}, required = [] }: Schema): Record<string, unknown> {
    const there = Object.entries(properties).filter(([name]) => required.includes(name) || this.#random(3) === 0);
    return Object.fromEntries(there.map(([name, schema]) => [name, this.value(name, schema)]));
  }

  #integer({ minimum = 0, maximum = 1_000 }: Schema): number {
    return pick(this.#random, [minimum, maximum, minimum + this.#random(Math.min(maximum - minimum, 1_000) + 1)]);
  }

  #personal({ properties }: Schema): object {
    const longest = properties?.['value']?.maxLength ?? 100;
    const value = secret(this.#random).slice(0, longest);
    return {
      value: longest < mark.length ? pick(this.#random, ['BG 1234 FZ', 'BG 77 XY']) : value,
      ...(this.#random(4) === 0 && { salt: randomBytes(16).toString('hex') }),
    };
  }

  #text(name: string, { format, pattern, example, maxLength = 100 }: Schema): string {
    const random = this.#random;
    if (format === 'uuid') {
      const known = this.#pool[name];
      return known && random(10) > 0 ? pick(random, known) : uuidv5(this.#pool['post']?.[0] ?? '', String(random(1e9)));
    }
    if (format === 'date-time') return formatWib(Date.now() + pick(random, [0, -1_000, -60_000, -3_600_000, -86_400_000 * 30, 60_000, 86_400_000 * 400]));
    if (pattern === '^[0-9a-f]{64}$') return randomBytes(32).toString('hex');
    if (secrets.test(name)) return secret(random).slice(0, maxLength);
    if (typeof example === 'string' && (pattern !== undefined || random(3) > 0)) return example;
    return `T-${random(1e6)}`.slice(0, maxLength);
  }
}

const isPersonal = ({ properties }: Schema): boolean => properties !== undefined && 'value' in properties && 'salt' in properties;
