/*
 * `npm test`: every check there is, three at a time. The machine Saksi is developed on has two cores, and most stages let
 * one rest for a good part of their time: they wait for a page, a disk, a deadline, or a server that was killed. Its last line
 * says how many passed and how many failed: each test of jest's counts one, each of the other checks counts one.
 * A test that was skipped counts as failed, and so does a suite that ran nothing. The one stage that needs more than this
 * repository, a PostgreSQL, is only there where one is; CI sets SAKSI_TEST_POSTGRES=required, and then it has to be there.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from '../test/browser/chromium.js';
import { postgresPrograms } from '../test/support/postgres/cluster.js';
import { countingStage, jestStage, toolStage } from './test/stage.js';

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
/** Whether the specs with a real browser run here; says so when they do not, and counts them as skipped. */
function hasChromium() {
  if (process.env.SAKSI_TEST_CHROMIUM === 'required' || chromiumPath() !== undefined) return true;
  console.log('– browser: skipped, because there is no Chromium here (apt-get install chromium-headless-shell); CI runs it');
  return false;
}
const skipped = hasChromium() ? [] : ['browser'];

// The web app's client comes from the built server, and many suites start that one, read that client, or both. Everything
// waits for it; whether its types are right is said by two stages of their own.
const build = toolStage({ name: 'build', root, command: [join(root, 'scripts/build.js'), '--unchecked'] });

/** What needs nothing that is built, and lasts about as long as a build. */
const meanwhile = [tool('format', 'prettier/bin/prettier.cjs', '--check', '.', '--log-level=warn', '--cache', '--cache-location=node_modules/.cache/prettier')];

/** The longest first, so that those that run side by side end at about the same time. */
const afterwards = [
  ...(skipped.length === 0 ? [suite('browser')] : []),
  suite('fault'),
  suite('e2e'),
  ...(hasPostgres() ? [suite('postgres')] : []),
  suite('unit'),
  // Young objects have room to die young: what a checker keeps is then copied less often.
  countingStage({ name: 'code', root, command: ['--max-semi-space-size=64', join(root, 'scripts/test/code.js')] }),
  suite('integration'),
  suite('architecture'),
  suite('http'),
];

const started = performance.now();
const wanted = process.argv.slice(2);
const isWanted = ({ name }) => wanted.length === 0 || wanted.includes(name);
const results = [];
const waiting = afterwards.filter(isWanted);

async function runAll(stages) {
  for (const stage of stages) results.push(await stage.run());
}
async function runWhatWaits() {
  for (let stage = waiting.shift(); stage; stage = waiting.shift()) results.push(await stage.run());
}
const built = runAll([build]);
await Promise.all([
  built.then(runWhatWaits),
  built.then(runWhatWaits),
  runAll(meanwhile.filter(isWanted))
    .then(() => built)
    .then(runWhatWaits),
]);

const sum = (of) => results.reduce((all, result) => all + result[of], 0);

for (const { name, failures } of results) for (const failure of failures) console.log(`✗ ${name}: ${failure}`);
console.log(
  `${results.length} stages in ${Math.round((performance.now() - started) / 1000)} s${skipped.length > 0 ? `, ${skipped.length} skipped: ${skipped.join(', ')}` : ''}`,
);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = results.length > 0 && sum('failed') === 0 ? 0 : 1;
