import { join } from 'node:path';
// One server for all contexts: each spec here lifts one, and is in a block of its own by that.
import '../support/http-altitude.ts';
import { specsOf } from '../support/together.ts';

const specs = specsOf(import.meta.filename);
if (specs.length === 0) throw new TypeError('There are no specs to run together.');
for (const spec of specs) await import(join(import.meta.dirname, '../..', spec));
