import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './support/house.ts';

const imports = '@typescript-eslint/no-restricted-imports';
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
  [elsewhere, "import { CommandBus, QueryBus } from '@nestjs/cqrs'; CommandBus; QueryBus;"],
  [decider, "import { EventBus } from '@nestjs/cqrs'; EventBus;", imports],
  ['libs/vault/src/vault.worker.ts', "import { EventBus } from '@nestjs/cqrs'; EventBus;", imports],

  [elsewhere, "import Database from 'better-sqlite3'; Database;", imports],
  ['apps/api/src/main.ts', "import Database from 'better-sqlite3'; Database;", imports],
  [elsewhere, "import type Database from 'better-sqlite3'; export type Open = Database.Database;"],
  ['libs/vault/src/vault.worker.ts', "import Database from 'better-sqlite3'; Database;"],

  ...[decider, fold, projection].flatMap((path) => [
    [path, 'export const now = () => Date.now();', 'no-restricted-properties'] as const,
    [path, 'export const now = () => new Date();', 'no-restricted-syntax'] as const,
    [path, 'export const now = () => Date();', 'no-restricted-syntax'] as const,
    [path, 'export const chance = () => Math.random();', 'no-restricted-properties'] as const,
    [path, 'export const chance = () => crypto.randomUUID();', 'no-restricted-globals'] as const,
    [path, "import { randomUUID } from 'node:crypto'; randomUUID();", imports] as const,
    [path, "import { randomBytes } from 'crypto'; randomBytes(1);", imports] as const,
    [path, "import { readFileSync } from 'node:fs'; readFileSync('x');", imports] as const,
    [path, "import { systemClock } from '#kernel'; systemClock.now();", imports] as const,
    [path, "import { uuidv7 } from '#kernel'; uuidv7(1);", imports] as const,
    [path, "import { v4 } from 'uuid'; v4();", imports] as const,
    [path, "import { Injectable } from '@nestjs/common'; Injectable;", imports] as const,
    [path, 'export const env = process.env;', 'no-restricted-globals'] as const,
    [path, "export const asked = async () => { await fetch('x'); };", 'no-restricted-globals'] as const,
    [path, 'export const later = async (x: Promise<number>) => { await x; };', 'no-restricted-syntax'] as const,
    [path, 'export const instant = new Date(0);'] as const,
  ]),

  [elsewhere, 'export const now = () => Date.now();', 'no-restricted-properties'],
  [elsewhere, 'export const now = () => new Date();', 'no-restricted-syntax'],
  ['libs/kernel/src/time.ts', 'export const now = () => Date.now();'],

  [elsewhere, 'export const x = JSON.parse("1") as any;', '@typescript-eslint/no-explicit-any'],
  [elsewhere, '// @ts-ignore\nexport const x: string = 1;', '@typescript-eslint/ban-ts-comment'],
  [elsewhere, '// @ts-nocheck\nexport const x: string = 1;', '@typescript-eslint/ban-ts-comment'],
  [elsewhere, 'console.log(1);', 'no-console'],
  ['libs/access/src/features/admit-guest/admit-guest.spec.ts', "it.skip('x', () => undefined);", 'no-restricted-syntax'],
  ['libs/access/src/features/admit-guest/admit-guest.spec.ts', "fdescribe('x', () => undefined);", 'no-restricted-syntax'],
];

const run = spawnSync(process.execPath, [join(root, 'test/architecture/support/lint.js')], {
  cwd: root,
  encoding: 'utf8',
  input: JSON.stringify(cases.map(([path, code]) => ({ path, code }))),
});
const answers = run.status === 0 ? (JSON.parse(run.stdout) as readonly (readonly string[])[]) : [];

it('asks ESLint', () => expect(run.stderr).toBe(''));

it.each(cases.map(([path, code, rule], index) => ({ path, code, rule, index })))('$path: $code → $rule', ({ rule, index }) => {
  if (rule) expect(answers[index]).toContain(rule);
  else expect(answers[index]).toEqual([]);
});
