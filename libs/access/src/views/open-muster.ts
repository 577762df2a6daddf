import { sql } from 'kysely';

/** Finds a row while a muster that was declared at the post is not closed. */
export const openMuster = (post: string) => sql<{ muster: string }>`select muster from muster where post = ${post} and closed is null`;
