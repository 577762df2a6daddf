import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';

/** A stage that takes longer hangs: it is ended and counts as failed, ms. */
const longest = 30 * 60_000;

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });
}

/** Runs Node with these arguments; resolves with its exit code and everything it printed. */
function run(root, args) {
  return new Promise((resolve) => {
    // What Node compiled for one of them is kept for the next: jest.config.js.
    const env = { ...process.env, FORCE_COLOR: '0', NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile') };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    const late = setTimeout(() => {
      output += `\nNot finished within ${longest / 60_000} minutes: ended.\n`;
      child.kill('SIGKILL');
    }, longest);
    child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.on('error', (error) => (output += String(error)));
    child.on('close', (code) => {
      clearTimeout(late);
      running.delete(child);
      resolve({ code, output });
    });
  });
}

async function timed(name, work) {
  const started = performance.now();
  const { output, ...result } = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${result.failed === 0 ? '✓' : '✗'} ${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`);
  if (result.failed > 0) console.log(output.trimEnd());
  return { name, ...result };
}

/** A check that says yes or no by its exit code. */
export const toolStage = ({ name, root, command }) => ({
  name,
  run: () =>
    timed(name, async () => {
      const { code, output } = await run(root, command);
      return { output, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures: code === 0 ? [] : [`exit code ${code}`] };
    }),
});

/** A program that counts by itself: its last line is JSON with `passed`, `failed` and `failures`. */
export const countingStage = ({ name, root, command }) => ({
  name,
  run: () =>
    timed(name, async () => {
      const { code, output } = await run(root, command);
      try {
        return { output, ...JSON.parse(output.trimEnd().split('\n').at(-1)) };
      } catch {
        return { output, passed: 0, failed: 1, failures: [`ended with exit code ${code} and counted nothing`] };
      }
    }),
});

/** A suite of test/suites/, counted from jest's own report. */
export const jestStage = ({ name, root, reports }) => ({
  name,
  run: () =>
    timed(name, async () => {
      // Every test has ended when jest exits; a connection that a client still keeps alive must not hold the run.
      const report = join(reports, `${name}.json`);
      rmSync(report, { force: true });
      const { code, output } = await run(root, [
        ...jest(root),
        '-c',
        `test/suites/${name}.js`,
        '--json',
        `--outputFile=${report}`,
        '--maxWorkers=1',
        '--forceExit',
      ]);
      return { output, ...count(root, report, code) };
    }),
});

/** With room for young objects: each spec file loads hundreds of modules that stay. */
const jest = (root) => [
  '--min-semi-space-size=16',
  '--max-semi-space-size=32',
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  join(root, 'node_modules/jest/bin/jest.js'),
];

function count(root, report, code) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, failures: [`jest ended with exit code ${code} and left no report`] };
  }
  const tests = result.testResults.flatMap((file) => file.assertionResults);
  const bad = tests.filter(({ status }) => status !== 'passed').map(({ status, fullName }) => `${fullName} (${status})`);
  const unrunnable = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status === 'passed'));
  const failures = [...bad, ...unrunnable.map((file) => `${relative(root, file.name)} did not run`)];
  if (tests.length === 0) failures.push('no test ran');
  if (failures.length === 0 && code !== 0) failures.push(`jest ended with exit code ${code}`);
  return { passed: tests.length - bad.length, failed: failures.length, failures };
}
