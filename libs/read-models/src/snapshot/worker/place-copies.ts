import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ContextFolder } from '../../projector/worker/context-folder.ts';
import type { ContextDeclaration } from '../../projector/worker/load.ts';
import type { ContextCopy } from '../messages.ts';
import { copyNameOf } from '../names.ts';
import { flush, NotACopy, readCopy } from './copy-file.ts';

/** The copies cannot become this build's read models: a sentence for a person. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

/** Makes `folder`, anew, with a file and its pointer for each context, all of them on the disk. @throws Unusable */
export function placeCopies(from: string, folder: string, contexts: readonly ContextDeclaration[]): readonly ContextCopy[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  const placed = contexts.map(({ context, version }) => {
    const source = join(from, copyNameOf(context));
    if (!existsSync(source)) throw new Unusable(`It has no views of ${context}: it was made by another version of Saksi.`);
    const inFolder = new ContextFolder(folder, context, version);
    copyFileSync(source, inFolder.path(1));
    const copy = readSound(context, inFolder.path(1));
    if (copy.version !== version)
      throw new Unusable(
        `It was made by another version of Saksi: its views of ${context} are of version ${copy.version}, and this one makes ${version}. Take a snapshot from a node of this version.`,
      );
    flush(inFolder.path(1));
    inFolder.point(1);
    return copy;
  });
  flush(folder);
  return placed;
}

function readSound(context: string, file: string): ContextCopy {
  try {
    return readCopy(context, file);
  } catch (error) {
    if (error instanceof NotACopy || (error instanceof Error && error.name === 'SqliteError'))
      throw new Unusable(`Its views of ${context} are damaged (${error.message}). Take another snapshot.`);
    throw error;
  }
}
