import { suite } from './files.js';

/** Needs a server: `npm run test:eventstoredb` says how it is told which. Not a part of `npm test`. */
export default suite('eventstoredb', { testTimeout: 300_000, maxWorkers: 1 });
