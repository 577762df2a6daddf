type Schema = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** OpenAPI 3.1 has no `nullable`: what may be null says so in its type, and null is among its values. */
export function inOwnWords(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(inOwnWords);
  if (!isObject(part)) return part;
  const { nullable, ...rest } = part;
  const told = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, name === 'example' || name === 'examples' ? value : inOwnWords(value)]));
  if (nullable !== true) return nullable === undefined ? told : { ...told, ...(nullable !== false && { nullable: inOwnWords(nullable) }) };
  return { ...told, type: [told['type'], 'null'].flat(), ...(Array.isArray(told['enum']) && { enum: [...(told['enum'] as readonly unknown[]), null] }) };
}
