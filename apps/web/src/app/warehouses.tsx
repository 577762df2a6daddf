import { learnWords } from '../shared/language/language.ts';
import { later } from './later.tsx';

/** Where warehouses are set up, for administrators, with what warehouses say. */
export const { Part: Warehouses } = later(async () => (await Promise.all([import('./warehouses-page.tsx'), learnWords('warehouse')]))[0].WarehousesPage);
