import type { Instant } from '#kernel';

/** The instant at which specs happen unless they say otherwise: 1 December 2023, 02:00 WIB. */
export const nightAtKemelak: Instant = Date.UTC(2023, 10, 30, 19, 0, 0);
