import { VaultDamaged, VaultUnavailable, isVaultError } from '../errors.ts';

/** What SQLite says while it works, as a sentence a person can act on. */
export function translated(error: unknown): unknown {
  if (isVaultError(error) || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code === 'SQLITE_FULL') return new VaultUnavailable({ why: 'the disk is full. Nothing was kept; make room.', retryAfter: 10, diskFull: true });
  if (code === 'SQLITE_BUSY') return new VaultUnavailable({ why: 'another process holds its file. Nothing was kept.' });
  if (code === 'SQLITE_READONLY') return new VaultUnavailable({ why: 'its file cannot be written. Check the permissions of the folder.', retryAfter: 10 });
  if (code.startsWith('SQLITE_IOERR')) return new VaultUnavailable({ why: 'the disk failed. Repeating is safe; check the disk.', retryAfter: 10 });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return new VaultDamaged({ why: 'its file is damaged. Restore it from a backup.' });
  return error;
}

/** A worker's operation that is done one at a time, with SQLite's errors as sentences. */
export const each = <Input, Result>(work: (input: Input) => Result): { readonly each: (input: Input) => Result } => ({
  each: (input) => {
    try {
      return work(input);
    } catch (error) {
      throw translated(error);
    }
  },
});
