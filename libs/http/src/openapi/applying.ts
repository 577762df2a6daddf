import type { ProblemCode } from '../problem/catalogue.ts';

/** What any operation can answer. */
const always: readonly ProblemCode[] = [
  'malformed-request',
  'unauthenticated',
  'forbidden',
  'not-found',
  'too-slow',
  'app-too-old',
  'headers-too-large',
  'too-many-requests',
  'unexpected',
  'stopping',
];
/** What whoever sends a body can be answered. */
const withBody: readonly ProblemCode[] = ['invalid-fields', 'malformed-json', 'body-too-large', 'unsupported-media-type', 'forged-request'];
const ofCommands: readonly ProblemCode[] = [
  ...withBody,
  'invalid-envelope',
  'bad-signature',
  'device-not-trusted',
  'co-signature-refused',
  'still-conflicting',
  'key-used-otherwise',
  'in-the-future',
  'busy',
  'unavailable',
  'disk-full',
  'outcome-unknown',
];
const ofQueries: readonly ProblemCode[] = [
  'invalid-fields',
  'invalid-envelope',
  'cursor-from-elsewhere',
  'too-much-asked',
  'busy',
  'view-behind',
  'unavailable',
];
/** Signing in and what belongs to it. */
const ofAccounts: readonly ProblemCode[] = ['wrong-credentials', 'locked-out'];

/** What sort of operation it is, as its description says. */
export interface OperationTraits {
  readonly command: boolean;
  readonly query: boolean;
  /** It answers with a whole document, however long. */
  readonly document?: boolean;
  readonly hasBody: boolean;
  readonly hasObjections: boolean;
}

/** Every problem that an operation can answer with. */
export function problemsOf({ command, query, document = false, hasBody, hasObjections }: OperationTraits): readonly ProblemCode[] {
  const own = command ? ofCommands : query ? ofQueries : [...(hasBody ? withBody : []), ...ofAccounts];
  return [...new Set([...always, ...own, ...(document ? (['too-many-exports'] as const) : []), ...(hasObjections ? (['objections-stand'] as const) : [])])];
}
