import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { UnusableMasterKey } from './errors.ts';

export interface MasterKeyPlaces {
  /** The value of SAKSI_MASTER_KEY: 32 bytes in base64 or hex. It goes before the file. */
  readonly fromEnvironment?: string;
  /** A file of mode 0600, made with a new key when there is none. */
  readonly file: string;
}

const howTo = 'It must be 32 random bytes in base64 or hex, as "openssl rand -base64 32" makes them.';

/** @throws UnusableMasterKey when it is not 32 bytes, or plainly not random; the key is never part of the message */
export function parseMasterKey(text: string, from: string): Buffer {
  const trimmed = text.trim();
  const key = /^[0-9a-fA-F]{64}$/.test(trimmed)
    ? Buffer.from(trimmed, 'hex')
    : /^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)
      ? Buffer.from(trimmed, 'base64')
      : undefined;
  if (key?.length !== 32) throw new UnusableMasterKey({ why: `what ${from} holds is not a key. ${howTo}` });
  if (new Set(key).size < 8) throw new UnusableMasterKey({ why: `the key in ${from} is not random. ${howTo}` });
  return key;
}

/** The key that wraps every other one: from the environment, else from the file, which is made at the first start. */
export function loadMasterKey({ fromEnvironment, file }: MasterKeyPlaces): Buffer {
  if (fromEnvironment !== undefined && fromEnvironment !== '') return parseMasterKey(fromEnvironment, 'SAKSI_MASTER_KEY');
  return readKeyFile(file) ?? makeKeyFile(file);
}

function readKeyFile(file: string): Buffer | undefined {
  let fd: number;
  try {
    fd = openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UnusableMasterKey({ why: `the file ${file} cannot be read. Check its owner and permissions.` });
  }
  try {
    const { mode } = fstatSync(fd);
    if ((mode & 0o077) !== 0)
      throw new UnusableMasterKey({
        why: `others may read or write the file ${file}. Run "chmod 600 ${file}", and think of changing the key ("saksi" can re-wrap everything under a new one).`,
      });
    return parseMasterKey(readFileSync(fd, 'utf8'), file);
  } finally {
    closeSync(fd);
  }
}

/** Two starts at once agree on one key: it is written aside, and only the first to link it wins. */
function makeKeyFile(file: string): Buffer {
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeKey(aside, randomBytes(32));
    linkSync(aside, file);
    syncFolder(dirname(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      throw new UnusableMasterKey({ why: `the file ${file} cannot be made. Check the folder's permissions and space.` });
  } finally {
    try {
      unlinkSync(aside);
    } catch {
      // It was never made; why is in the error above.
    }
  }
  const key = readKeyFile(file);
  if (!key) throw new UnusableMasterKey({ why: `the file ${file} vanished while it was made.` });
  return key;
}

/** Puts another key into the file, durably: after a crash the file holds the one or the other, whole. */
export function replaceKeyFile(file: string, key: Uint8Array): void {
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  writeKey(aside, key);
  renameSync(aside, file);
  syncFolder(dirname(file));
}

function writeKey(file: string, key: Uint8Array): void {
  const fd = openSync(file, 'wx', 0o600);
  try {
    writeSync(fd, `${Buffer.from(key).toString('base64')}\n`);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
