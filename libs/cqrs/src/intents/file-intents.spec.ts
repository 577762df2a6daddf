import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandIntentsContract } from '../contract/intents.ts';
import { openFileIntents, type FileIntents } from './file-intents.ts';

let [folder, file]: [string, FileIntents | undefined] = ['', undefined];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saksi-intents-'));
  file = openFileIntents({ file: join(folder, 'intents.db') });
});
afterAll(async () => {
  await file?.close();
  rmSync(folder, { recursive: true });
});

// One node has the file to itself: several askers share it.
commandIntentsContract(async () => {
  if (!file) throw new TypeError('The file is opened before the first clause.');
  return file;
});

it('has what it kept after it was closed and opened again', async () => {
  const [path, command] = [join(folder, 'again.db'), '01890000-0000-7000-8000-000000000001'];
  const intent = { command, user: 'guard', digest: Uint8Array.of(1, 2), stream: 'visit-1', firstRevision: 3 };
  const before = openFileIntents({ file: path });
  await before.intend(intent);
  await before.close();
  const after = openFileIntents({ file: path });
  expect(await after.of(command)).toMatchObject({ user: 'guard', stream: 'visit-1', firstRevision: 3 });
  expect(await after.of('01890000-0000-7000-8000-000000000002')).toBeUndefined();
  await after.close();
});
