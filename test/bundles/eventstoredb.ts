import { specsOf, together } from '../support/together.ts';

await together(specsOf(import.meta.filename));
