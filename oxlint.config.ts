import { defineConfig } from 'oxlint';
import { bans, inferenceHelpers } from './scripts/lint/bans.js';
import { mistakes, react, script, typescript } from './scripts/lint/rules.js';

const specs = ['**/*.spec.ts', 'test/**/*.ts', 'libs/testing/**/*.ts', '**/contract/**/*.ts'];

export default defineConfig({
  plugins: ['eslint', 'typescript', 'react'],
  jsPlugins: ['./scripts/lint/syntax.js'],
  ignorePatterns: ['node_modules', 'dist', 'data', 'coverage', 'test/architecture/fixtures'],
  // Types too, by the checker that the rules ask.
  options: { typeAware: true, typeCheck: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  // Only what is named below.
  categories: { correctness: 'off' },
  env: { builtin: true },
  rules: mistakes('eslint', script),
  overrides: [
    {
      files: ['**/*.ts', '**/*.tsx'],
      rules: {
        ...mistakes('typescript', typescript),
        'typescript/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
        'typescript/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' }],
        'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
        'typescript/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
        'typescript/restrict-plus-operands': [
          'error',
          { allowAny: false, allowBoolean: false, allowNullish: false, allowNumberAndString: false, allowRegExp: false },
        ],
        'typescript/return-await': ['error', 'error-handling-correctness-only'],
        // A Nest module is a class whose decorator is all there is to it.
        'typescript/no-extraneous-class': ['error', { allowWithDecorator: true }],
        'eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true }],
      },
    },
    { files: ['apps/web/**/*.tsx', 'apps/web/**/use-*.ts'], rules: mistakes('react', react) },
    ...bans,
    {
      files: inferenceHelpers,
      rules: {
        'typescript/no-explicit-any': 'off',
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-member-access': 'off',
      },
    },
    {
      files: specs,
      rules: {
        // jest's matchers are read as values: `expect(spy.call).toHaveBeenCalled()`.
        'typescript/unbound-method': 'off',
        'typescript/no-non-null-assertion': 'off',
        'eslint/no-console': 'off',
        'saksi/no-syntax': [
          'error',
          {
            selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|failing)$/]',
            message: 'Every test runs, and each can fail.',
          },
          { selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]', message: 'Every test runs, and each can fail.' },
        ],
      },
    },
    {
      files: ['**/*.js'],
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', performance: 'readonly' },
      rules: { 'eslint/no-undef': 'error', 'eslint/no-redeclare': 'error', 'eslint/no-control-regex': 'error' },
    },
    { files: ['apps/web/service-worker/*.js'], env: { serviceworker: true }, globals: { BUILT: 'readonly' } },
    { files: ['apps/cli/**/*.ts', 'scripts/**/*.js', 'test/**/*.ts'], rules: { 'eslint/no-console': 'off' } },
  ],
});
