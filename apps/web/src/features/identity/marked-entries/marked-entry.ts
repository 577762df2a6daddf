import type { Schemas } from '../../../shared/api/names.ts';

export type MarkedEntry = Schemas['MarkedEntry'];
