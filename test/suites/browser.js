import { suite } from './files.js';

export default suite('browser', { testTimeout: 90_000 });
