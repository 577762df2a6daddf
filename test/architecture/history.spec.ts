import { basename } from 'node:path';
import ts from 'typescript';
import { isUuid, type Fact, type Recorded, type StreamKind } from '#kernel';
import { filesIn, isFact, load, parse, read } from './support/slices.ts';

/*
 * Every type of event that code can record has a payload of the day it was new, frozen in
 * `libs/<lib>/src/**\/history/<fact>.v<n>.json` as `{ "type": …, "data": … }`, another one in `<fact>.v<n>.<what>.json`
 * where it has come to say more, and today's code still folds them.
 */
const declared = filesIn('libs/*/src/**/*.ts').filter((path) => !/\.spec\.ts$|\/testing\/|\/contract\//.test(path) && declaresFact(path));
const frozen = filesIn('libs/*/src/**/history/*.json');

const modules = await Promise.all(filesIn('libs/*/src/domain/*.ts').concat(declared).map(load));
const values = [...new Set(modules.flatMap((module) => Object.values(module)))];
const facts = values.filter(isFact).map(({ type }) => type);
const kinds = values.filter(isKind);
const upcasters = (await Promise.all(filesIn('libs/*/src/domain/*.upcasters.ts').map(load))).flatMap((module) => Object.values(module)).filter(isUpcaster);

function declaresFact(path: string): boolean {
  if (!read(path).includes('event(')) return false;
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'event')
      found ||= /^'[a-z-]+\.[a-z-]+\.v\d+'$/.test(node.arguments[0]?.getText() ?? '');
    ts.forEachChild(node, visit);
  };
  visit(parse(path));
  return found;
}

function isKind(value: unknown): value is StreamKind<unknown, Fact> {
  return typeof value === 'object' && value !== null && 'evolve' in value && 'fold' in value && 'at' in value;
}

function isUpcaster(value: unknown): value is { readonly from: string; readonly to: string; up(data: object): object } {
  return typeof value === 'object' && value !== null && 'up' in value && 'from' in value && 'to' in value;
}

function payload(path: string): Fact {
  const { type, data } = JSON.parse(read(path)) as Partial<Fact>;
  if (typeof type !== 'string' || typeof data !== 'object') throw new Error(`${path} is not {"type", "data"}.`);
  return { type, data };
}

/** The newest shape of a payload, through the upcasters there are. */
function current({ type, data }: Fact): Fact {
  const next = upcasters.find(({ from }) => from === type);
  return next ? current({ type: next.to, data: next.up(data) }) : { type, data };
}

const id = '018c2207-0000-7000-8000-0000000000f1';
const recorded = (kind: string, fact: Fact): Recorded => ({
  ...fact,
  id,
  stream: `${kind}-${id}`,
  revision: 0,
  position: 1n,
  metadata: {
    commandId: id,
    correlationId: id,
    causationId: id,
    actor: { user: id, role: 'guard' },
    occurredAt: '2023-12-01T02:00:00+07:00',
    effectiveAt: 1_701_370_800_000,
    recordedAt: 1_701_370_800_000,
    voice: 'asked',
    decidedOn: { streams: {} },
  },
});

it('knows the events', () => expect([isUuid(id), facts.length > 10, kinds.length > 3]).toEqual([true, true, true]));

it.each(facts)('%s is frozen', (type) => expect(frozen.map((path) => payload(path).type)).toContain(type));

describe.each(frozen)('%s', (path) => {
  const fact = payload(path);

  it('is named after its type', () => expect(fact.type).toBe(`${fact.type.split('.', 1)[0] ?? ''}.${/^[a-z-]+\.v\d+/.exec(basename(path))?.[0] ?? ''}`));

  it('still folds', () => {
    const { type } = current(fact);
    expect(facts).toContain(type);
    for (const kind of kinds.filter(({ evolve }) => type in evolve)) expect(() => kind.fold(kind.initial, recorded(kind.kind, current(fact)))).not.toThrow();
  });
});
