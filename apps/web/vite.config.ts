import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { serviceWorker } from './vite/service-worker.ts';
import { words } from './vite/words.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [words(), serviceWorker()],
  build: {
    outDir: resolve(import.meta.dirname, '../../dist/apps/web'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // The policy allows no script that stands in a page, and every supported browser preloads modules by itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Libraries mark what needs a browser ("use client"); here everything runs in one.
    // HPKE looks for Node's crypto where there is no WebCrypto; a browser always has it.
    rolldownOptions: {
      onLog: (level, log, warn) => (log.code === 'MODULE_LEVEL_DIRECTIVE' || /"crypto" has been externalized/.test(log.message) ? undefined : warn(level, log)),
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
