import { resolve } from 'node:path';

/** Where the built web app lies, as seen from the sources and from what is built of them. */
export const webFolder = resolve(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '../../../../dist/apps/web' : '../../../web');
