import { suite } from './files.js';

export default suite('integration', { testTimeout: 60_000 });
