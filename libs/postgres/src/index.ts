export { PostgresUnusable } from './errors.ts';
export { exclusively } from './exclusively.ts';
export { failureOf, type Failure } from './failures.ts';
export type { Following, FollowOptions } from './following.ts';
export { migrate, type Steps } from './migrating.ts';
export { onceMore } from './once-more.ts';
export { openPostgres, type Postgres, type PostgresOptions } from './open.ts';
export { NoPostgresUrl, placeOf, type Place } from './place.ts';
