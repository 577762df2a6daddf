import type { Metadata } from '#kernel';
import type { Server } from './server.ts';

/** An event as `saksi events` tells it. */
export interface LoggedEvent {
  readonly position: string;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Metadata;
}

/** The whole log of a running server, or of some types. */
export async function logOf(server: Server, types?: readonly string[]): Promise<readonly LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  await server.operate('events', types ? { types } : {}, (event) => events.push(event as LoggedEvent));
  return events;
}

/** Every commitment of a personal value in an event's data: 64 hex digits are nothing else in access. */
export function commitmentsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => (name === 'photo' ? [] : commitmentsIn(each)));
}
