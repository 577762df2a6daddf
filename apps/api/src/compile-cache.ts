import { join } from 'node:path';

/**
 * A start loads some two thousand modules. What Node made of them is kept beside the build for the next start and for the
 * threads of this one; where that folder cannot be written, it is not. NODE_COMPILE_CACHE names another.
 */
export async function keepCompiled(): Promise<void> {
  if (import.meta.url.endsWith('.js')) process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../../../.cache');
  // Asked for by name only: an older Node has to live long enough to say what is needed (node-version.ts).
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
}
