import { formatWib } from '#kernel';

/** An instant as it is answered: RFC 3339 in Western Indonesian Time. */
export const moment = formatWib;

export const momentOrNull = (instant: number | null): string | null => (instant === null ? null : formatWib(instant));

/** How much later the log learnt of something than it happened, in ms; a device's clock that runs ahead makes it 0. */
export const lateness = (at: number, recorded: number): number => Math.max(0, recorded - at);

/** A JSON list of codes or ids, as a projection keeps it. */
export function codes(json: string | null): string[] {
  const list: unknown = json === null ? [] : JSON.parse(json);
  return Array.isArray(list) ? list.filter((code) => typeof code === 'string') : [];
}

/** The fields of an event as the journal keeps them. */
export function fields(json: string | null): Readonly<Record<string, unknown>> {
  const data: unknown = json === null ? {} : JSON.parse(json);
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
export const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
