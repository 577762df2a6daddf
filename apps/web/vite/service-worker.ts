import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const source = resolve(import.meta.dirname, '../service-worker/sw.js');
const fromPublic = ['icon.svg', 'manifest.webmanifest'];
/** Large, and for the few phones that scan: kept when it is asked for. */
const onlyWhenAsked = /\/decoder\.worker-/;

/** `sw.js`, told which files make up this build: any change of one of them is a new version. */
export const serviceWorker = (): Plugin => ({
  name: 'saksi-service-worker',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const built = Object.values(bundle).filter(({ fileName }) => /\.(?:js|css|html|svg|woff2)$/.test(fileName) && !onlyWhenAsked.test(fileName));
    const digest = createHash('sha256');
    for (const file of built)
      digest
        .update(file.fileName)
        .update('\0')
        .update(file.type === 'chunk' ? file.code : file.source);
    const files = [...built.map(({ fileName }) => fileName), ...fromPublic].sort().map((file) => `/${file}`);
    const what = JSON.stringify({ version: digest.digest('hex').slice(0, 16), files });
    this.emitFile({ type: 'asset', fileName: 'sw.js', source: readFileSync(source, 'utf8').replace('BUILT', () => what) });
  },
});
