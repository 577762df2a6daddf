import { createHash } from 'node:crypto';
import { join } from 'node:path';

const root = import.meta.dirname;

/*
 * Hundreds of threads and processes start during the tests, with the same modules: what Node made of them once (types
 * stripped, compiled) is kept here for the next one.
 */
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/compile');

/** What every suite shares; test/suites/ says which files belong to which. Specs run from source, as ES modules. */
export default {
  rootDir: root,
  // The same for every suite: what one has transformed, the others need not.
  id: createHash('sha256').update(root).digest('hex'),
  testTimeout: 60_000,
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/support/errors-of-any-realm.js', '<rootDir>/test/support/built-threads.ts'],
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    // class-validator's phone validation warns about JSON imports in ESM mode; Saksi does not use it.
    '^libphonenumber-js(/.*)?$': '<rootDir>/test/support/no-phone-numbers.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
};
