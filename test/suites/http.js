import { suite } from './files.js';

export default suite('http', { testTimeout: 60_000 });
