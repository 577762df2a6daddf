import { Objected } from '#cqrs';
import { InvalidFields, objectionSentence, say } from '#http';
import { TooWeak } from '#identity';
import { ZodError } from 'zod';

/** What a person at the terminal reads of an error: a sentence, never a stack. */
export function sentenceFor(error: unknown): string {
  if (error instanceof Objected) return [...error.objections].map(([code, details]) => `${say(objectionSentence(code), 'en', details)} (${code})`).join('\n');
  if (error instanceof ZodError) return error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('\n');
  if (error instanceof InvalidFields)
    return error
      .said('en')
      .map(({ path, message }) => `${path}: ${message}`)
      .join('\n');
  if (error instanceof TooWeak)
    return `This ${error.secret} is ${error.weakness.replaceAll('-', ' ')}. Choose a longer one that does not hold the login. Nothing was recorded.`;
  if (!(error instanceof Error)) return `Saksi failed: ${String(error)}`;
  return systemSentence(error) ?? error.message;
}

/** Errors of the operating system that a person can do something about. */
function systemSentence(error: Error): string | undefined {
  const { code, port, address, path } = error as { code?: unknown; port?: unknown; address?: unknown; path?: unknown };
  const what = typeof path === 'string' ? path : `port ${String(port)}`;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} of ${String(address)} is in use. Stop what listens there, or set SAKSI_PORT to another port (0 takes a free one).`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${String(address ?? (error as { hostname?: unknown }).hostname)} is no address of this machine. Set SAKSI_HOST to one that it has.`;
    case 'EACCES':
    case 'EPERM':
      return `Saksi may not use ${what}. Give this user the right to, or choose another in the configuration.`;
    case 'EROFS':
      return `${what} is on a disk that cannot be written. Mount it writable, or choose another folder.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${what} cannot be a folder: a file is in the way. Choose another folder.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is no space left for ${what}. Make room, then repeat.`;
    default:
      return undefined;
  }
}
