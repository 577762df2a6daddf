import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnusableMasterKey } from './errors.ts';
import { loadMasterKey } from './master-key.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saksi-key-'));
  file = join(folder, 'made', 'master.key');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the master key', () => {
  it('is made at the first start, for its owner only, and read afterwards', () => {
    const key = loadMasterKey({ file });
    expect(key).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'made'))).toEqual(['master.key']);
    expect(loadMasterKey({ file })).toEqual(key);
    expect(loadMasterKey({ file, fromEnvironment: '' })).toEqual(key);
  });

  it.each(['hex', 'base64', 'base64url'] as const)('is taken from the environment in %s', (encoding) => {
    const key = randomBytes(32);
    expect(loadMasterKey({ file, fromEnvironment: key.toString(encoding) })).toEqual(key);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['too short', 'abcd'],
    ['31 bytes', Buffer.alloc(31, 7).toString('base64')],
    ['a passphrase', 'correct horse battery staple'],
    ['not random', '00'.repeat(32)],
  ])('is refused when it is %s', (_, text) => {
    expect(() => loadMasterKey({ file, fromEnvironment: text })).toThrow(UnusableMasterKey);
    expect(() => loadMasterKey({ file, fromEnvironment: text })).not.toThrow(text);
  });

  it.each([0o640, 0o604, 0o620, 0o777])('is refused when the mode of its file is %o', (mode) => {
    loadMasterKey({ file });
    chmodSync(file, mode);
    expect(() => loadMasterKey({ file })).toThrow('chmod 600');
  });

  it('is refused, and never overwritten, when its file holds something else', () => {
    loadMasterKey({ file });
    writeFileSync(file, 'not a key\n');
    expect(() => loadMasterKey({ file })).toThrow(UnusableMasterKey);
  });
});
