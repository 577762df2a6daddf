import { Objected } from '#cqrs';
import { objectionSentence, say } from '#http';
import { ZodError } from 'zod';

/** What a person at the terminal reads of an error: a sentence, never a stack. */
export function sentenceFor(error: unknown): string {
  if (error instanceof Objected) return [...error.objections].map(([code, details]) => `${say(objectionSentence(code), 'en', details)} (${code})`).join('\n');
  if (error instanceof ZodError) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
  if (!(error instanceof Error)) return `Saksi failed: ${String(error)}`;
  const { code, port, address, path } = error as { code?: unknown; port?: unknown; address?: unknown; path?: unknown };
  if (code === 'EADDRINUSE') return `Port ${String(port)} of ${String(address)} is in use. Stop what listens there, or set SAKSI_PORT to another port (0 takes a free one).`;
  if (code === 'EACCES') return `Saksi may not use ${typeof path === 'string' ? path : `port ${String(port)}`}. Give this user the right to, or choose another in the configuration.`;
  return error.message;
}
