import { join } from 'node:path';
import { saksi } from '../../e2e/cli-process.ts';
import { Demo } from '../../e2e/demo-process.ts';
import { temporaryFolder } from '../../support/server/folder.ts';
import { realServer } from './real-server.ts';

/* Moving house with everything that a demonstration records, of every context: to the server and back. */
const { settings, remove: removeStreams } = realServer();
const { folder, remove } = temporaryFolder();
afterAll(async () => {
  await removeStreams();
  remove();
});

const at = (name: string): string => join(folder, name);

async function copied(from: string, to: string): Promise<{ readonly rate: string; readonly digest: string }> {
  const { code, out, err } = await saksi(['copy', '--from', from, '--to', to], { data: at('node'), settings });
  expect([code, err]).toEqual([0, '']);
  return { rate: /Copied .*/.exec(out)?.[0] ?? '', digest: /Both logs have .* events and the digest [0-9a-f]{64}/.exec(out)?.[0] ?? out };
}

it('takes the log of a demonstration there and back, to the byte', async () => {
  const demo = await Demo.start({ arguments: ['--districts', 'Muara Jaya, Ulu Ogan'], settings: { SAKSI_DATA: at('house') } });
  await demo.url();
  expect(await demo.stop()).toBe(0);
  const there = await copied(`sqlite:${at('house')}`, 'esdb');
  const back = await copied('esdb', `sqlite:${at('back')}`);
  expect(there.digest).toMatch(/^Both logs have/);
  expect(back.digest).toBe(there.digest);
  console.log(`There: ${there.rate}\nBack: ${back.rate}`);
});
