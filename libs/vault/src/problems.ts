import { knowError, problem } from '#http';
import { VaultUnavailable } from './errors.ts';

knowError(VaultUnavailable, ({ retryAfter }) => problem('unavailable', { retryAfter }));
