import { knowError, problem } from '#http';
import { VaultUnavailable } from './errors.ts';

knowError(VaultUnavailable, ({ details: { diskFull, retryAfter } }) => problem(diskFull ? 'disk-full' : 'unavailable', { retryAfter }));
