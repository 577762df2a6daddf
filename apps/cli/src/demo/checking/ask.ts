/** Asks over HTTP, as somebody signed in. An answer that is no list counts as one of one. */
export type Ask = <Item>(path: string) => Promise<readonly Item[]>;
