import { coSignedFieldsOf, pathsOfKind, personalFieldsOf, type PersonalField } from '#http';
import { uuidv5, type CommandSlice } from '#kernel';

/** What a device must know of a command to sign it as the server verifies it: where its values are not signed as they are sent. */
export interface Signing {
  /** Signed as commitments. */
  readonly personal: readonly Omit<PersonalField, 'kind'>[];
  /** Sent as RFC 3339, signed as ms since 1970. */
  readonly moments: readonly string[];
  /** Consents of second persons, which are not signed. */
  readonly consents: readonly string[];
  /** The kind of record the command writes to, and the field with its id; absent where the id is computed. */
  readonly writes?: { readonly kind: string; readonly field: string };
}

export function signingOf(slice: CommandSlice): Signing {
  const writes = writtenBy(slice);
  return {
    personal: personalFieldsOf(slice.command).map(({ kind: _, ...field }) => field),
    moments: pathsOfKind(slice.command, 'moment'),
    consents: coSignedFieldsOf(slice.command),
    ...(writes && { writes }),
  };
}

const namespace = '018c2207-0000-7000-8000-000000000000';

/** Asks the slice which stream a command writes to whose every field has an id of its own, and looks which one it took. */
function writtenBy(slice: CommandSlice): Signing['writes'] {
  const fields = new Map<string, string>();
  const probe: object = new Proxy(
    {},
    {
      get: (_, name) => {
        const id = uuidv5(namespace, String(name));
        fields.set(id, String(name));
        return id;
      },
    },
  );
  const [ref] = Object.values(slice.writes);
  try {
    const written = ref?.(probe);
    if (!written || Array.isArray(written) || !('id' in written)) return undefined;
    const field = fields.get(written.id);
    return field === undefined ? undefined : { kind: written.of.kind, field };
  } catch (error) {
    // An id that is computed of several fields does not take ids for all of them.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
