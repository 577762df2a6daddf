import { builtinModules } from 'node:module';

/*
 * What Saksi's code may not use where, as ESLint configurations. ESLint replaces a rule's options instead of merging
 * them, so each kind of file names its whole list once, here. test/architecture/bans.spec.ts shows that each can fail.
 */

const cqrs = {
  name: '@nestjs/cqrs',
  allowImportNames: [
    'CommandBus',
    'CommandHandler',
    'Command',
    'CqrsModule',
    'ICommand',
    'ICommandHandler',
    'IQuery',
    'IQueryHandler',
    'Query',
    'QueryBus',
    'QueryHandler',
  ],
  message: 'Only the typed dispatchers of @nestjs/cqrs: its AggregateRoot, EventBus and Saga lose events silently (docs/adr/0004).',
};

const sqlite = {
  name: 'better-sqlite3',
  allowTypeImports: true,
  message: 'SQLite blocks its thread: only workers open it (docs/adr/0005). Ask a *.worker.ts, or put the module into worker/.',
};

const io = 'A decider, a fold or a projection step does no I/O and knows no clock: what it needs comes with the command.';

const impureImports = {
  paths: [
    cqrs,
    sqlite,
    ...builtinModules.map((name) => ({ name, message: io })),
    ...['luxon', 'pino', 'rxjs', 'uuid', 'prom-client', '@node-rs/argon2'].map((name) => ({ name, message: io })),
    { name: '#kernel', importNames: ['systemClock', 'uuidv7'], message: 'Time and ids arrive with the command.' },
  ],
  patterns: [{ group: ['node:*', '@nestjs/*', '@fastify/*', '!@nestjs/cqrs'], message: io }],
};

const clockProperties = [
  { object: 'Date', property: 'now', message: 'Time comes through the Clock of #kernel.' },
  { object: 'Math', property: 'random', message: 'Chance comes from node:crypto at the edge, never into a decision.' },
];

const clockSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes through the Clock of #kernel.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Time comes through the Clock of #kernel.' },
];

const pureSyntax = [
  ...clockSyntax,
  { selector: 'AwaitExpression', message: io },
  { selector: 'ImportExpression', message: io },
  { selector: "MemberExpression[object.name='DateTime'][property.name=/^(now|local|utc)$/]", message: 'Time comes with the command.' },
];

const impureGlobals = [
  'process',
  'performance',
  'crypto',
  'fetch',
  'globalThis',
  'global',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
].map((name) => ({ name, message: io }));

const words = 'Every sentence comes from shared/language/words, in both languages: t(key).';

const untranslated = [
  { selector: 'JSXText[value=/\\p{L}/u]', message: words },
  { selector: 'JSXAttribute[name.name=/^(aria-label|alt|title|placeholder|label|hint)$/] > Literal', message: words },
  { selector: 'JSXExpressionContainer > Literal[value=/\\p{L}/u]', message: words },
];

/** Deciders, folds and projection steps. */
export const pure = ['libs/*/src/domain/**/*.ts', 'libs/*/src/features/**/*.ts', 'libs/*/src/views/**/*.ts', '**/*.projection.ts'];
/** The only files that may say `any`: the compiler infers states, events and answers through them. */
export const inferenceHelpers = ['libs/kernel/src/command.ts', 'libs/kernel/src/stream.ts', 'libs/testing/src/spec-for.ts'];
/** Where SQLite may be opened: workers and what only they import (test/architecture/threads.spec.ts proves the "only"). */
export const workers = [
  '**/*.worker.ts',
  '**/worker/**/*.ts',
  'libs/event-store/src/sqlite/log-file.ts',
  'libs/identity/src/secrets/open.ts',
  'libs/vault/src/store/open-database.ts',
];
const tests = ['**/*.spec.ts', 'test/**/*.ts', '**/contract/**/*.ts', '**/src/testing/**/*.ts', 'libs/testing/**/*.ts', 'libs/*/bench/**/*.ts'];

/** The order matters: a later one replaces the same rule of an earlier one. */
export const bans = [
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [cqrs, sqlite] }],
      'no-restricted-properties': ['error', ...clockProperties],
      'no-restricted-syntax': ['error', ...clockSyntax],
    },
  },
  { files: [...workers, ...tests], rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [cqrs] }] } },
  { files: tests, rules: { 'no-restricted-properties': 'off' } },
  // The one place that asks the machine what time it is, on the server and in the browser.
  { files: ['libs/kernel/src/time.ts', 'apps/web/src/shared/time/clock.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['apps/web/**/*.tsx'],
    rules: { 'no-restricted-properties': ['error', ...clockProperties], 'no-restricted-syntax': ['error', ...clockSyntax, ...untranslated] },
  },
  {
    files: pure,
    ignores: ['**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', impureImports],
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-syntax': ['error', ...pureSyntax],
    },
  },
];
