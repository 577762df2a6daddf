import { suite } from './files.js';

export default suite('e2e', { testTimeout: 120_000 });
