import { readdirSync } from 'node:fs';
import { Demo } from '../e2e/demo-process.ts';
import { temporaryFolder } from '../support/server/folder.ts';

describe('saksi demo --check', () => {
  const temporary = temporaryFolder();
  afterAll(() => temporary.remove());

  it('records the night and the distribution from an empty folder, verifies it, says so in one line and leaves nothing behind', async () => {
    const demo = await Demo.start({ arguments: ['--check', '--districts', 'Muara Jaya, Ulu Ogan'], settings: { TMPDIR: temporary.folder } });
    expect([await demo.ended, demo.output]).toEqual([
      0,
      expect.stringMatching(
        /^demo check passed: \d+ events of \d+ types; at 02:13 WIB 7 inside as now known, 6 as then known; a surplus of 1000 presidential ballots; 13 contradictions noticed, 5 settled; parked 0; 5 rebuilds identical; [\d.]+ s\.\n$/,
      ),
    ]);
    expect(readdirSync(temporary.folder)).toEqual([]);
  });
});
