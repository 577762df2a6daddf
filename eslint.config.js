import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { bans, inferenceHelpers } from './scripts/eslint/bans.js';

const specs = ['**/*.spec.ts', 'test/**/*.ts', 'libs/testing/**/*.ts', '**/contract/**/*.ts'];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'data', 'coverage', 'test/architecture/fixtures', 'apps/web/src/shared/api/generated'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Arrows that return what a void call returns are the style of this code: `close: () => database.close()`.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Ports are asynchronous where one adapter is not: a function may promise without awaiting.
      '@typescript-eslint/require-await': 'off',
      // A Nest module is a class whose decorator is all there is to it.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true }],
      // The slices' empty records, and answers whose class only names a schema, are meant.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Saksi declares no enum, and asks for none of a library's: the rule asked the checker of every value for nothing.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Control characters are what some patterns are there to refuse.
      'no-control-regex': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['apps/web/**/*.tsx', 'apps/web/**/use-*.ts'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  ...bans,
  {
    files: inferenceHelpers,
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: specs,
    rules: {
      // jest's matchers are read as values: `expect(spy.call).toHaveBeenCalled()`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'off',
      'no-restricted-syntax': [
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
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', performance: 'readonly' } },
  },
  { files: ['apps/web/service-worker/*.js'], languageOptions: { globals: { ...globals.serviceworker, BUILT: 'readonly' } } },
  { files: ['apps/cli/**/*.ts', 'scripts/**/*.js', 'test/**/*.ts'], rules: { 'no-console': 'off' } },
  prettier,
);
