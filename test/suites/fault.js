import { suite } from './files.js';

export default suite('fault', { testTimeout: 240_000 });
