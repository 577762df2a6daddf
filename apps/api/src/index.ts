export { demonstrationLogOpened, demonstrationStream } from './demonstration.ts';
export { listen } from './listen.ts';
export type { Listening } from './listen.ts';
export { openSaksi } from './saksi.ts';
export type { Saksi, SaksiOptions } from './saksi.ts';
