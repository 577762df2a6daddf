/* The same context as another version of Saksi might have it: without the counts of doors. */
export { admitted, left, presence } from './visits.ts';
