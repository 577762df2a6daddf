#!/usr/bin/env node
import '../../api/src/node-version.ts';
import { keepCompiled } from '../../api/src/compile-cache.ts';

await keepCompiled();
await import('./run.ts');
