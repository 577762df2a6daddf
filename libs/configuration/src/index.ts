export { configurationDocument } from './document.ts';
export { configurationSchema, readConfiguration, WrongConfiguration } from './read.ts';
export { settings } from './schema.ts';
export type { Configuration } from './schema.ts';
