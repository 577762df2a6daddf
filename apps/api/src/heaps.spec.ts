import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// V8 renames and drops its flags without notice; at run time it would only grumble about one that it does not know.
describe('the flags that keep heaps small', () => {
  const source = readFileSync(new URL('./heaps.ts', import.meta.url), 'utf8');
  const dockerfile = readFileSync(new URL('../../../Dockerfile', import.meta.url), 'utf8');
  const set = [...source.matchAll(/setFlagsFromString\([`'](--[a-z-]+=?)/g)].map(([, flag = '']) => (flag.endsWith('=') ? `${flag}25` : flag));
  const flags = [...set, /--max-semi-space-size=\d+/.exec(dockerfile)?.[0]];

  it.each(flags)('are known to this V8: %s', (flag) => {
    expect(spawnSync(process.execPath, [flag ?? '', '--eval', ''], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });
});
