import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { temporaryFolder } from '../support/server/folder.ts';
import { setStage, type Stage } from '../support/server/stage.ts';

interface Staged {
  readonly stage: Stage;
  readonly files: readonly { readonly path: string; readonly content: Buffer; readonly mode: number }[];
}

const everybody = ['guard', 'other-guard', 'squad-leader', 'dispatcher', 'commander', 'admin'] as const;

let staged: Promise<Staged> | undefined;

/**
 * Sets the stage in a folder; everybody who has a phone or a desk can sign in with the passphrase. It is set once, for which
 * a whole Saksi is opened: each folder gets a copy of its own.
 */
export async function stageIn(folder: string): Promise<Stage> {
  const { stage, files } = await (staged ??= setOnce());
  for (const { path, content, mode } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, path), content, { mode });
  }
  return stage;
}

async function setOnce(): Promise<Staged> {
  const { folder, remove } = temporaryFolder();
  try {
    const stage = await setStage(folder, { withPassphrases: everybody });
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    const files = paths.map((path) => ({ path: relative(folder, path), content: readFileSync(path), mode: statSync(path).mode & 0o777 }));
    return { stage, files };
  } finally {
    remove();
  }
}
