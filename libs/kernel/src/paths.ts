/**
 * Replaces what stands at a dotted path, in place; `*` goes through a list: `entries.*.name`. What is absent stays absent.
 */
export function replaceAt(target: object, path: string, replace: (value: unknown, at: string) => unknown): void {
  walk(target, path.split('.'), '', replace);
}

function walk(target: unknown, [step, ...rest]: readonly string[], at: string, replace: (value: unknown, at: string) => unknown): void {
  if (typeof target !== 'object' || target === null || step === undefined) return;
  const place = target as Record<string, unknown>;
  for (const key of step === '*' ? Object.keys(place) : [step]) {
    const value = place[key];
    const here = at ? `${at}.${key}` : key;
    if (value === undefined || value === null) continue;
    if (rest.length === 0) place[key] = replace(value, here);
    else walk(value, rest, here, replace);
  }
}
