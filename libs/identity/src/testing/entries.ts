import type { EntryMark } from '../domain/entry.ts';

const night = Date.UTC(2023, 10, 30, 19);

export const someEntry = '018c2207-0000-7000-8000-0000000000e1';
export const entryPost = '018c2207-0000-7000-8000-0000000000b1';

/** An entry that a phone signed, twelve minutes behind the server. */
export const claimed = {
  command: 'access.lock-door',
  author: '018c2207-0000-7000-8000-0000000000a1',
  device: '018c2207-0000-7000-8000-0000000000f1',
  seq: 7,
  marks: ['revoked'] as readonly EntryMark[],
  post: entryPost,
  clock: night - 3_720_000,
  offset: 720_000,
  occurredAt: '2023-12-01T00:58:00+07:00',
  effectiveAt: night - 3_000_000,
};

export const signature = 'A'.repeat(86);
