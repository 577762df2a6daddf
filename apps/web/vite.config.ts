import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { words } from './vite/words.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [words()],
  build: {
    outDir: resolve(import.meta.dirname, '../../dist/apps/web'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // The policy allows no script that stands in a page, and every supported browser preloads modules by itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Libraries mark what needs a browser ("use client"); here everything runs in one.
    rolldownOptions: { onLog: (level, log, warn) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(level, log)) },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
