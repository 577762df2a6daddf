/** What a person at the terminal reads of an error: a sentence, never a stack, for everything that Saksi foresees. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return `Saksi failed: ${String(error)}`;
  const { code, port, address } = error as { code?: unknown; port?: unknown; address?: unknown };
  if (code === 'EADDRINUSE') return `Port ${String(port)} of ${String(address)} is in use. Stop what listens there, or set SAKSI_PORT to another port (0 takes a free one).`;
  if (code === 'EACCES') return `Saksi may not use ${String((error as { path?: unknown }).path ?? `port ${String(port)}`)}. Give this user the right to, or choose another in the configuration.`;
  return error.message;
}
