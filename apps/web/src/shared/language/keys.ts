import type shell from './words/shell.json';
import type codes from './words/codes.json';
import type offline from './words/offline.json';
import type administration from './words/administration.json';
import type rewind from './words/rewind.json';
import type post from './words/post.json';
import type squad from './words/squad.json';
import type doubts from './words/doubts/doubts.json';
import type imports from './words/imports/imports.json';
import type loading from './words/warehouse/loading.json';
import type papers from './words/warehouse/papers.json';
import type warehouse from './words/warehouse/warehouse.json';

/** Every sentence that can be said; test/architecture/words.spec.ts looks that each has both languages and is used. */
export type Key =
  | keyof typeof doubts
  | keyof typeof imports
  | keyof typeof papers
  | keyof typeof warehouse
  | keyof typeof loading
  | keyof typeof shell
  | keyof typeof codes
  | keyof typeof offline
  | keyof typeof post
  | keyof typeof squad
  | keyof typeof rewind
  | keyof typeof administration;
