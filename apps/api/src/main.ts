import './node-version.ts';
import { keepCompiled } from './compile-cache.ts';

await keepCompiled();
await import('./run.ts');
