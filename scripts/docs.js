/*
 * `npm run docs`: docs/configuration.md and docs/events.md, made from what was built. test/architecture/documents.spec.ts
 * fails when they are stale.
 */
import 'reflect-metadata';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { eventsDocument } = await import('../dist/apps/api/src/index.js');
const { configurationDocument } = await import('../dist/libs/configuration/src/index.js');

const frozen = globSync('{libs,apps}/*/src/**/history/*.json', { cwd: root })
  .sort()
  .map((path) => JSON.parse(readFileSync(join(root, path), 'utf8')));

for (const [name, text] of Object.entries({ 'configuration.md': configurationDocument(), 'events.md': eventsDocument(frozen) })) {
  writeFileSync(join(root, 'docs', name), text);
  console.log(`docs/${name}`);
}
