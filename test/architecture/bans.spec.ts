import { lint } from './support/lint.ts';

const imports = 'eslint(no-restricted-imports)';
const decider = 'libs/access/src/features/admit-guest/admit-guest.ts';
const fold = 'libs/access/src/domain/visit.ts';
const projection = 'libs/access/src/views/visits.projection.ts';
const elsewhere = 'libs/http/src/server/log.ts';

/** [where, what is written there, the rule that must speak; none: it is allowed] */
const cases: readonly (readonly [path: string, code: string, rule?: string])[] = [
  ...['AggregateRoot', 'EventBus', 'EventPublisher', 'Saga', 'EventsHandler', 'ofType', 'UnhandledExceptionBus'].map(
    (name) => [elsewhere, `import { ${name} } from '@nestjs/cqrs'; ${name};`, imports] as const,
  ),
  [elsewhere, "import * as cqrs from '@nestjs/cqrs'; cqrs;", imports],
  [elsewhere, "import { CommandBus, QueryBus } from '@nestjs/cqrs'; export const buses = [CommandBus, QueryBus];"],
  [decider, "import { EventBus } from '@nestjs/cqrs'; EventBus;", imports],
  ['libs/vault/src/vault.worker.ts', "import { EventBus } from '@nestjs/cqrs'; EventBus;", imports],

  [elsewhere, "import Database from 'better-sqlite3'; Database;", imports],
  ['apps/api/src/main.ts', "import Database from 'better-sqlite3'; Database;", imports],
  [elsewhere, "import type Database from 'better-sqlite3'; export type Open = Database.Database;"],
  ['libs/vault/src/vault.worker.ts', "import Database from 'better-sqlite3'; export const open = new Database(':memory:');"],

  ...[decider, fold, projection].flatMap((path) => [
    [path, 'export const now = () => Date.now();', 'eslint(no-restricted-properties)'] as const,
    [path, 'export const now = () => new Date();', 'saksi(no-syntax)'] as const,
    [path, 'export const now = () => Date();', 'saksi(no-syntax)'] as const,
    [path, 'export const chance = () => Math.random();', 'eslint(no-restricted-properties)'] as const,
    [path, 'export const chance = () => crypto.randomUUID();', 'eslint(no-restricted-globals)'] as const,
    [path, "import { randomUUID } from 'node:crypto'; randomUUID();", imports] as const,
    [path, "import { randomBytes } from 'crypto'; randomBytes(1);", imports] as const,
    [path, "import { readFileSync } from 'node:fs'; readFileSync('x');", imports] as const,
    [path, "import { systemClock } from '#kernel'; systemClock.now();", imports] as const,
    [path, "import { uuidv7 } from '#kernel'; uuidv7(1);", imports] as const,
    [path, "import { v4 } from 'uuid'; v4();", imports] as const,
    [path, "import { Injectable } from '@nestjs/common'; Injectable;", imports] as const,
    [path, 'export const env = process.env;', 'eslint(no-restricted-globals)'] as const,
    [path, "export const asked = async () => { await fetch('x'); };", 'eslint(no-restricted-globals)'] as const,
    [path, 'export const later = async (x: Promise<number>) => { await x; };', 'saksi(no-syntax)'] as const,
    [path, 'export const instant = new Date(0);'] as const,
  ]),

  [elsewhere, 'export const now = () => Date.now();', 'eslint(no-restricted-properties)'],
  [elsewhere, 'export const now = () => new Date();', 'saksi(no-syntax)'],
  ['libs/kernel/src/time.ts', 'export const now = () => Date.now();'],

  [elsewhere, 'export const x = JSON.parse("1") as any;', 'typescript(no-explicit-any)'],
  [elsewhere, '// @ts-ignore\nexport const x: string = 1;', 'typescript(ban-ts-comment)'],
  [elsewhere, '// @ts-nocheck\nexport const x: string = 1;', 'typescript(ban-ts-comment)'],
  [elsewhere, 'console.log(1);', 'eslint(no-console)'],
  ['libs/access/src/features/admit-guest/admit-guest.spec.ts', "it.skip('x', () => undefined);", 'saksi(no-syntax)'],
  ['libs/access/src/features/admit-guest/admit-guest.spec.ts', "fdescribe('x', () => undefined);", 'saksi(no-syntax)'],
];

const answers = lint(cases.map(([path, code]) => ({ path, code })));

it.each(cases.map(([path, code, rule], index) => ({ path, code, rule, index })))('$path: $code → $rule', ({ rule, index }) => {
  if (rule) expect(answers[index]).toContain(rule);
  else expect(answers[index]).toEqual([]);
});
