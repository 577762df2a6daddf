interface Field {
  readonly field: string;
  readonly value: string;
}

/** A commitment to a personal value, or another hash: the vault is asked, and knows. */
const commitment = /^[0-9a-f]{64}$/;

/** Too large for a list, and to be looked at one by one. */
const isPhoto = ({ field }: Field): boolean => /photo$/i.test(field);

/** What a command says, field by field; what it says of persons apart, as the vault holds the values; no photos. */
export function fieldsIn(body: string | null): { said: Field[]; saidOfPersons: Field[] } {
  const fields = body === null ? [] : within('', JSON.parse(body)).filter((field) => !isPhoto(field));
  return { said: fields.filter(({ value }) => !commitment.test(value)), saidOfPersons: fields.filter(({ value }) => commitment.test(value)) };
}

function within(path: string, value: unknown): readonly Field[] {
  if (typeof value !== 'object' || value === null) return [{ field: path, value: String(value) }];
  return Object.entries(value).flatMap(([name, each]) => within(path === '' ? name : `${path}.${name}`, each));
}
