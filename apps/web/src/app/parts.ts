import { learnWords } from '../shared/language/language.ts';
import { later, type Later } from './later.tsx';

/** One part of the app for each sort of work: a guard's phone never loads the administrator's screens. */
export const parts = {
  post: later(async () => (await import('./guard/routes.tsx')).GuardRoutes),
  rewind: later(async () => (await import('./investigator/routes.tsx')).InvestigatorRoutes),
  admin: later(async () => (await import('./administrator/routes.tsx')).AdministratorRoutes),
  gudang: later(async () => (await Promise.all([import('./warehouse/routes.tsx'), learnWords('warehouse'), learnWords('doubts')]))[0].WarehouseRoutes),
  print: later(async () => (await Promise.all([import('./print/routes.tsx'), learnWords('warehouse')]))[0].PrintRoutes),
  places: later(async () => (await import('./places/routes.tsx')).PlacesRoutes),
  phone: later(async () => (await import('./phone-page.tsx')).PhonePage),
  trust: later(async () => (await import('./trust-page.tsx')).TrustPage),
};

export const partNamed = (name: string | undefined): Later | undefined => Object.entries(parts).find(([each]) => each === name)?.[1];
