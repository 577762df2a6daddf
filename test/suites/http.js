import { suite } from './files.js';

export default suite('http', { setupFilesAfterEnv: ['<rootDir>/test/support/http-altitude.ts'], testTimeout: 60_000 });
