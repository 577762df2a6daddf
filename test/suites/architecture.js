import { suite } from './files.js';

export default suite('architecture', { testTimeout: 120_000 });
