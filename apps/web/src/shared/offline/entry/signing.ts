/** Of one command, where its values are not signed as they are sent. Comes with the API's description (`x-saksi-signing`). */
export interface Signing {
  readonly personal: readonly PersonalField[];
  readonly moments: readonly string[];
  readonly consents: readonly string[];
  readonly writes?: { readonly kind: string; readonly field: string };
}

/** `path`: `name`, or `entries.*.name` in a list; the other two are names of fields beside it. */
export interface PersonalField {
  readonly path: string;
  readonly subjectField?: string;
  readonly concerns: readonly string[];
}
