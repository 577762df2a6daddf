/** Under this name the device remembers where the work is of whoever was here last. */
export const homes = 'saksi.home';

/** The part of the app that an address belongs to; its root is wherever the work is. */
export const partAt = (path: string, home = ''): string | undefined => (path === '/' ? home : path).split('/')[1];
