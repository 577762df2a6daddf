import { suite } from './files.js';

/** Minutes, and Caddy: `.ci/run` runs it, not `npm test`. */
export default suite('packaging', { testTimeout: 300_000, maxWorkers: 1 });
