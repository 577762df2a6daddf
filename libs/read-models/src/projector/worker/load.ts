import { createHash } from 'node:crypto';
import type { ProjectionDeclaration } from '../../declare/projection.ts';
import type { Upcaster } from '../../declare/upcaster.ts';
import { DeclaredTwice } from '../../errors.ts';

/** All projections of one context, and the version that they and the upcasters make. */
export interface ContextDeclaration {
  readonly context: string;
  readonly version: string;
  readonly projections: readonly ProjectionDeclaration[];
}

export interface Declarations {
  readonly contexts: readonly ContextDeclaration[];
  /** For a stored type, the upcasters to apply, in order. */
  readonly upcasters: ReadonlyMap<string, readonly Upcaster[]>;
}

/** Raised when the files' own tables or the way events are bound change. */
const format = 1;

/** Imports the modules and takes every projection and upcaster that they export, alone or in lists. */
export async function loadDeclarations(modules: readonly string[]): Promise<Declarations> {
  const loaded = (await Promise.all(modules.map(async (url): Promise<unknown> => import(url))))
    .flatMap((module) => Object.values(module as Readonly<Record<string, unknown>>))
    .flat();
  const projections = [...new Set(loaded.filter(isProjection))];
  const upcasters = chains([...new Set(loaded.filter(isUpcaster))]);
  const contexts = Map.groupBy(projections, ({ context }) => context);
  return { contexts: [...contexts].map(([context, all]) => declaration(context, sorted(all), upcasters)), upcasters };
}

function declaration(context: string, projections: readonly ProjectionDeclaration[], upcasters: Declarations['upcasters']): ContextDeclaration {
  const hash = createHash('sha256').update(`saksi.read-model ${format}\n`);
  const tell = (...parts: readonly unknown[]): void => void hash.update(`${JSON.stringify(parts)}\n`);
  for (const { name, schema, steps } of projections) {
    tell('projection', name, schema);
    for (const [type, step] of [...steps].sort(byKey)) {
      tell('step', type, step.statements, step.derive?.toString() ?? null);
      for (const [from, chain] of [...upcasters].sort(byKey))
        if (chain.at(-1)?.to === type)
          tell(
            'upcast',
            from,
            chain.map((upcaster) => [upcaster.to, upcaster.up.toString()]),
          );
    }
  }
  return { context, version: hash.digest('hex').slice(0, 16), projections };
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** By name: the order in which modules happen to be listed changes nothing. */
function sorted(projections: readonly ProjectionDeclaration[]): readonly ProjectionDeclaration[] {
  const byName = new Map<string, ProjectionDeclaration>();
  for (const projection of projections) {
    if (byName.has(projection.name)) throw new DeclaredTwice('projection', `${projection.context}.${projection.name}`);
    byName.set(projection.name, projection);
  }
  return [...byName].sort(byKey).map(([, projection]) => projection);
}

/** v1 → v2 and v2 → v3 make of a stored v1 a v3. */
function chains(upcasters: readonly Upcaster[]): Declarations['upcasters'] {
  const next = new Map<string, Upcaster>();
  for (const upcaster of upcasters) {
    if (next.has(upcaster.from)) throw new DeclaredTwice('upcaster of', upcaster.from);
    next.set(upcaster.from, upcaster);
  }
  const chainFrom = (type: string, taken: readonly Upcaster[]): readonly Upcaster[] => {
    const upcaster = next.get(type);
    if (taken.length > next.size) throw new DeclaredTwice('circle of upcasters from', type);
    return upcaster ? chainFrom(upcaster.to, [...taken, upcaster]) : taken;
  };
  return new Map([...next.keys()].map((type) => [type, chainFrom(type, [])]));
}

const hasKind = (value: unknown, kind: string): boolean => typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
const isProjection = (value: unknown): value is ProjectionDeclaration =>
  hasKind(value, 'projection') && typeof value === 'object' && value !== null && 'steps' in value;
const isUpcaster = (value: unknown): value is Upcaster => hasKind(value, 'upcaster') && typeof value === 'object' && value !== null && 'up' in value;
