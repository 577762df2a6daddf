import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { firstLoad } from './vite/first-load.ts';
import { serviceWorker } from './vite/service-worker.ts';
import { words } from './vite/words.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [words(), firstLoad(), serviceWorker()],
  build: {
    outDir: resolve(import.meta.dirname, '../../dist/apps/web'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // The policy allows no script that stands in a page, and every supported browser preloads modules by itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // All of it is some kilobytes: no screen waits for a second file of it.
    cssCodeSplit: false,
    // Libraries mark what needs a browser ("use client"); here everything runs in one.
    // HPKE looks for Node's crypto where there is no WebCrypto; a browser always has it.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What the first script needs, which everything else waits for.
            { name: 'start', test: /\/src\/shared\//, tags: ['$initial'], priority: 3 },
            // Libraries that every screen needs: they stay the same over most updates.
            { name: 'libraries', test: /node_modules\/(?!qrcode|dijkstrajs|lucide-react\/dist\/esm\/icons)/, priority: 2 },
            // What those who look back share with the warehouse's screens.
            { name: 'readers', test: /\/src\/app\/investigator\//, minShareCount: 2, priority: 2 },
            // What only parts of the warehouse share: a guard's phone never loads it.
            { name: 'warehouse', test: /\/src\/(shared\/logistics|features\/logistics|app\/warehouse)\//, minShareCount: 2, priority: 2 },
            // Few files instead of a dozen of some hundred bytes: each costs a slow phone some milliseconds.
            { name: 'parts', test: /\/src\/(shared|features|app)\/|lucide-react\/dist\/esm\/icons/, minShareCount: 2, priority: 1 },
          ],
        },
      },
      onLog: (level, log, warn) => (log.code === 'MODULE_LEVEL_DIRECTIVE' || /"crypto" has been externalized/.test(log.message) ? undefined : warn(level, log)),
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
