export type Fields = Record<string, unknown>;

interface Found {
  readonly holder: Fields;
  readonly key: string;
  readonly value: unknown;
  /** The path as it really is: `entries.3.name`. */
  readonly at: string;
}

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Every value that stands at a path (`note`, `entries.*.name`). */
export function foundAt(root: Fields, path: string): readonly Found[] {
  const [name = '', ...rest] = path.split('.');
  return within(root, name, rest, '');
}

function within(holder: Fields, name: string, rest: readonly string[], before: string): readonly Found[] {
  const keys = name === '*' ? Object.keys(holder) : [name];
  return keys.flatMap((key): readonly Found[] => {
    const value = holder[key];
    if (value === undefined || value === null) return [];
    const [next, ...further] = rest;
    if (next === undefined) return [{ holder, key, value, at: before + key }];
    return isFields(value) ? within(value, next, further, `${before}${key}.`) : [];
  });
}
