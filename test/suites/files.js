import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import base from '../../jest.config.js';

/*
 * A spec's name says what it needs: `x.spec.ts` only its own process, `x.contract.spec.ts` runs a contract on one
 * adapter, `x.integration.spec.ts` several parts or the built server's modules, `x.e2e.spec.ts` a person's or a
 * program's whole way through a running Saksi, `x.http.spec.ts` a context's command specs
 * once more, through HTTP, `x.fault.spec.ts` something that breaks underneath, `x.postgres.spec.ts` a real PostgreSQL,
 * `x.eventstoredb.spec.ts` a real EventStoreDB, `x.browser.spec.ts` a Chromium, `x.packaging.spec.ts` what only
 * CI tries: a build from nothing, the programs that are deployed beside Saksi, the check of the demonstration.
 */
const special = /\.(integration|e2e|fault|http|postgres|eventstoredb|browser|packaging)\.spec\.ts$/;

const found = globSync('{apps,libs,test}/**/*.spec.ts', { cwd: base.rootDir, exclude: (path) => /(^|\/)(node_modules|dist|fixtures)(\/|$)/.test(path) })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

const architecture = (path) => path.startsWith('test/architecture/');

const suites = {
  /** Deciders and contracts: what a person runs after every line. */
  quick: (path) => !special.test(path) && (/^libs\/(kernel|[^/]+\/src\/(domain|features))\//.test(path) || path.includes('.contract.')),
  unit: (path) => !special.test(path) && !architecture(path),
  architecture,
  integration: (path) => path.endsWith('.integration.spec.ts'),
  /** The specs of commands once more, through authenticated HTTP on a log on disk. */
  http: (path) => path.endsWith('.http.spec.ts'),
  e2e: (path) => path.endsWith('.e2e.spec.ts'),
  fault: (path) => path.endsWith('.fault.spec.ts'),
  browser: (path) => path.endsWith('.browser.spec.ts'),
  postgres: (path) => path.endsWith('.postgres.spec.ts'),
  packaging: (path) => path.endsWith('.packaging.spec.ts'),
  eventstoredb: (path) => path.endsWith('.eventstoredb.spec.ts'),
};

/** @param {keyof typeof suites} name */
export const filesOf = (name) => found.filter(suites[name]);

/** A spec that was asked for by its path, or by how that begins, runs by itself. */
const isNamed = (path) => process.argv.slice(2).some((word) => /^(\.\/)?(apps|libs|test)\//.test(word) && path.startsWith(word.replace(/^\.\//, '')));

/**
 * What jest runs a spec in: the bundle of its lib, app or folder under test/ (test/support/together.ts), whose modules are
 * then loaded once for all its specs. By itself runs what has no bundle, and what needs a real EventStoreDB. docs/adr/0016
 */
function runIn(path) {
  if (isNamed(path) || path.endsWith('.eventstoredb.spec.ts')) return path;
  const [, name] = /^(?:libs|apps|test)\/([^/]+)\//.exec(path) ?? [];
  const bundle = `test/bundles/${name}.ts`;
  return existsSync(join(base.rootDir, bundle)) ? bundle : path;
}

/**
 * jest's configuration of one suite. Files are listed by path, so that a suite without files fails instead of passing.
 * @param {keyof typeof suites} name
 */
export function suite(name, more = {}) {
  const files = Map.groupBy(filesOf(name), runIn);
  return {
    ...base,
    displayName: name,
    testMatch: [...files.keys()].map((path) => `<rootDir>/${path.replaceAll(/([()[\]{}!*?])/g, '\\$1')}`),
    globals: { bundles: Object.fromEntries([...files].map(([file, specs]) => [join(base.rootDir, file), specs])) },
    ...more,
  };
}
