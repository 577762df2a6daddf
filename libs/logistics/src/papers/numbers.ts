/**
 * The short form of an id: its last twelve digits, which say nothing but chance. Every copy of a label and every later
 * print of a document has the same.
 */
export const shortOf = (id: string): string => id.slice(-12).toUpperCase();

const grouped = (id: string): string => shortOf(id).replace(/(.{4})(?=.)/g, '$1-');

/** `SJ-160114-3B1A-6F0C-8E11`: of the sort of document, the place it is for, and the record, so that it never changes. */
export const numberOf = (sort: 'SJ' | 'DM' | 'BTTB', place: string, id: string): string => [sort, place, grouped(id)].join('-');
