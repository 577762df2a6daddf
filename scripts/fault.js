/*
 * `npm run test:fault`: the fault suite. By hand with more: `-- --rounds 1000` kills the server so often,
 * `-- --count 100000` sends so many fuzzed requests, `-- --seed 7` draws others; what else is given, jest gets.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
/** Option → the settings that the specs read. */
const settings = { rounds: ['KILL_ROUNDS'], count: ['FUZZ_COUNT'], seed: ['KILL_SEED', 'FUZZ_SEED'] };

const args = process.argv.slice(2);
const options = Object.fromEntries(Object.keys(settings).map((name) => [name, { type: 'string' }]));
const { values, tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
const env = { ...process.env };
for (const [name, variables] of Object.entries(settings)) {
  const value = values[name];
  if (value === undefined) continue;
  if (!/^[1-9]\d{0,8}$/.test(String(value))) {
    console.error(`--${name} takes a whole number from 1.`);
    process.exit(2);
  }
  for (const variable of variables) env[variable] = value;
}

const ours = new Set(
  tokens.filter(({ kind, name }) => kind === 'option' && name in settings).flatMap(({ index, inlineValue }) => (inlineValue ? [index] : [index, index + 1])),
);
const others = args.filter((_, index) => !ours.has(index));
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '-c', 'test/suites/fault.js'];
const { status } = spawnSync(process.execPath, [...jest, ...others], { cwd: root, env, stdio: 'inherit' });
process.exitCode = status ?? 1;
