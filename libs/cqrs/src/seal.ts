import type { Asked, CommandSlice, CoSignatureClaim, Personal } from '#kernel';
import { coSignedFieldsOf, personalFieldsOf, replaceAt } from '#http';
import type { CoSigning, Disclosure, Disclosures } from './ports.ts';

/**
 * Replaces every personal value of a command by its commitment. A value is kept under the person its field is about, a
 * note without persons under the command itself.
 */
export function seal<C extends object>(
  slice: CommandSlice<C>,
  asked: Asked<C>,
  commandId: string,
  vault: Pick<Disclosures, 'commit'>,
): { command: C; disclosures: readonly Disclosure[] } {
  const fields = personalFieldsOf(slice.command);
  const disclosures: Disclosure[] = [];
  // Not constructed: a class's own fields would stand there as `undefined`, which is no JSON.
  const command = Object.assign(Object.create(slice.command.prototype as object) as C, fields.length > 0 ? copied(asked) : asked);
  for (const { path, kind, subjectField, concerns } of fields) {
    replaceAt(command, path, (sent, at, holder) => {
      // Only a process passes on what was sealed before: nothing that is sent over HTTP is text here.
      if (typeof sent === 'string') return sent;
      const { value, salt } = sent as Personal;
      const concerned = concerns.flatMap((name) => idsAt(holder[name]));
      const subject = (subjectField === undefined ? concerned[0] : idsAt(holder[subjectField])[0]) ?? commandId;
      const fieldPath = `${slice.name}.${at}`;
      const sealed = vault.commit({ commandId, subject, path: fieldPath, value, ...(salt !== undefined && { salt }) });
      disclosures.push({ ...sealed, subject, path: fieldPath, value, kind, about: concerned.filter((id) => id !== subject) });
      return sealed.commitment;
    });
  }
  return { command, disclosures };
}

/** A copy of what was sent, whose fields can be replaced; plain objects and lists only, so much faster than a structured clone. */
function copied<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copied) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.create(Object.getPrototypeOf(value) as object | null) as Record<string, unknown>;
  for (const [name, field] of Object.entries(value)) copy[name] = copied(field);
  return copy as Value;
}

const idsAt = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string');

/** Replaces every claim of a second person's consent by the verified consent. @throws CoSignatureRefused */
export async function coSign<C extends object>(
  slice: CommandSlice<C>,
  command: C,
  verify: (claim: CoSignatureClaim) => ReturnType<CoSigning['verify']>,
): Promise<void> {
  for (const path of coSignedFieldsOf(slice.command)) {
    const claims: { at: string; claim: CoSignatureClaim }[] = [];
    replaceAt(command, path, (claim, at) => {
      claims.push({ at, claim: claim as CoSignatureClaim });
      return claim;
    });
    for (const { at, claim } of claims) {
      const consent = await verify(claim);
      replaceAt(command, at, () => consent);
    }
  }
}
