import { learnWords } from '../shared/language/language.ts';
import { later } from './later.tsx';

/** What does not fit at a post, for squad leaders and those who read what happened; with its words. */
export const { Part: Doubts } = later(async () => (await Promise.all([import('./doubts-page.tsx'), learnWords('doubts')]))[0].DoubtsPage);
