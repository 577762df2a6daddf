import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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

it('forgets what is older than it is to be kept, and keeps what was there before ages were remembered', async () => {
  const [path, command, older] = [join(folder, 'aging.db'), '01890000-0000-7000-8000-000000000003', '01890000-0000-7000-8000-000000000004'];
  const before = new DatabaseSync(path);
  before.exec(
    'CREATE TABLE intents (command TEXT PRIMARY KEY, user TEXT NOT NULL, digest BLOB NOT NULL, stream TEXT NOT NULL, first_revision INTEGER NOT NULL) WITHOUT ROWID, STRICT',
  );
  before.prepare('INSERT INTO intents VALUES (?, ?, ?, ?, ?)').run(older, 'guard', Uint8Array.of(1), 'visit-1', 3);
  before.close();
  const keeping = openFileIntents({ file: path, keptFor: 86_400_000, pruneEvery: 1 });
  await keeping.intend({ command, user: 'guard', digest: Uint8Array.of(1, 2), stream: 'visit-2', firstRevision: 0 });
  expect([await keeping.of(older), await keeping.of(command)]).toEqual([
    expect.objectContaining({ stream: 'visit-1' }),
    expect.objectContaining({ stream: 'visit-2' }),
  ]);
  await keeping.close();
  const forgetting = openFileIntents({ file: path, keptFor: 0, pruneEvery: 1 });
  while ((await forgetting.of(older)) ?? (await forgetting.of(command)));
  await forgetting.close();
});
