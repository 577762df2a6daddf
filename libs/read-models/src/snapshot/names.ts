/** What a context's copy is called in a snapshot's folder. */
export const copyNameOf = (context: string): string => `${context}.db`;
