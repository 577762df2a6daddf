import { learnWords } from '../shared/language/language.ts';
import { later } from './later.tsx';

/** Lists from files, for administrators and dispatchers; few of them ever import one. */
export const { Part: Imports } = later(async () => (await Promise.all([import('./imports-page.tsx'), learnWords('imports')]))[0].ImportsPage);
