import { join } from 'node:path';
import { saksi } from '../../e2e/cli-process.ts';
import { temporaryFolder } from '../../support/server/folder.ts';
import { realServer } from './real-server.ts';

const server = realServer();
const { folder, remove } = temporaryFolder();
afterAll(async () => {
  await server.remove();
  remove();
});

it('has the demonstration recorded on it, and checked', async () => {
  const { code, out, err } = await saksi(['demo', '--check', '--districts', 'Muara Jaya, Ulu Ogan'], { data: join(folder, 'demo'), settings: server.settings });
  expect([code, out, err]).toEqual([0, expect.stringContaining('demo check passed'), '']);
});
