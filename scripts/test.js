/*
 * `npm test`: every check there is, in two lanes because the machine Saksi is developed on has two cores. Its last line
 * says how many passed and how many failed: each test of jest's counts one, each of the other checks counts one.
 * A test that was skipped counts as failed, and so does a suite that ran nothing. The one stage that needs more than this
 * repository, a PostgreSQL, is only there where one is; CI sets SAKSI_TEST_POSTGRES=required, and then it has to be there.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { postgresPrograms } from '../test/support/postgres/cluster.js';
import { jestStage, toolStage } from './test/stage.js';

const root = join(import.meta.dirname, '..');
const reports = join(root, 'node_modules/.cache/saksi-tests');
mkdirSync(reports, { recursive: true });

const tool = (name, script, ...args) => toolStage({ name, root, command: [join(root, 'node_modules', script), ...args] });
const suite = (name) => jestStage({ name, root, reports });

/** Whether the specs with a real PostgreSQL run here; says so when they do not. */
function hasPostgres() {
  if (process.env.SAKSI_TEST_POSTGRES === 'required' || process.env.SAKSI_TEST_POSTGRES_URL || postgresPrograms() !== undefined) return true;
  console.log('– postgres: not run and not counted, because PostgreSQL is not installed here (apt-get install postgresql); CI runs it');
  return false;
}
// What is checked below is checked against it: the web app's client comes from the built server, and other suites start that one.
const first = toolStage({ name: 'build', root, command: [join(root, 'scripts/build.js')] });

const lanes = [
  [
    tool('lint', 'eslint/bin/eslint.js', '.', '--max-warnings=0', '--cache', '--cache-strategy=content', '--cache-location=node_modules/.cache/eslint/'),
    tool('format', 'prettier/bin/prettier.cjs', '--check', '.', '--log-level=warn', '--cache', '--cache-location=node_modules/.cache/prettier'),
    tool('types', 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'),
    tool('types of the web app', 'typescript/bin/tsc', '--noEmit', '-p', 'apps/web/tsconfig.json'),
    suite('architecture'),
    suite('http'),
    suite('e2e'),
  ],
  [suite('unit'), ...(hasPostgres() ? [suite('postgres')] : []), suite('integration'), suite('fault')],
];

const started = performance.now();
const wanted = new Set(process.argv.slice(2));
const inLane = async (stages) => {
  const results = [];
  for (const stage of stages) if (wanted.size === 0 || wanted.has(stage.name)) results.push(await stage.run());
  return results;
};

const results = [await first.run(), ...(await Promise.all(lanes.map(inLane))).flat()];
const sum = (of) => results.reduce((all, result) => all + result[of], 0);

for (const { name, failures } of results) for (const failure of failures) console.log(`✗ ${name}: ${failure}`);
console.log(`${results.length} stages in ${Math.round((performance.now() - started) / 1000)} s`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = results.length > 0 && sum('failed') === 0 ? 0 : 1;
