import type { Place } from './place.ts';

/** Why PostgreSQL cannot do something, as a sentence a person can act on; never with a password. `retryAfter` in seconds. */
export interface Failure {
  readonly why: string;
  readonly retryAfter: number;
  /** Not before somebody makes room. */
  readonly diskFull: boolean;
}

type Sentence = (place: Place) => string;

const unreachable: Sentence = ({ where }) => `PostgreSQL at ${where} cannot be reached. Start it, or correct SAKSI_VAULT_URL.`;
const stopping: Sentence = ({ where }) => `PostgreSQL at ${where} is starting, stopping or under repair.`;
const refused: Sentence = ({ where, user }) =>
  `PostgreSQL at ${where} does not accept the user ${user}: the user or password in SAKSI_VAULT_URL is wrong, or pg_hba.conf does not admit it from here.`;
const untrusted: Sentence = ({ where }) =>
  `PostgreSQL at ${where} and this server do not agree on TLS: its certificate is not trusted here, or it has none. See sslmode and sslrootcert in docs/operations.md.`;
const full: Sentence = ({ where }) => `the disk of PostgreSQL at ${where} is full. Nothing was changed; make room.`;
const busy: Sentence = ({ where }) => `PostgreSQL at ${where} is too busy; nothing was changed.`;

/** Codes of PostgreSQL (SQLSTATE), of the operating system and of TLS. */
const sentences: ReadonlyMap<string, Sentence> = new Map([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE', 'ENOENT', 'EACCES'].map(
    (code) => [code, unreachable] as const,
  ),
  // 55000: a database that takes no connections, such as one that is being restored.
  ...['57P01', '57P02', '57P03', '55000'].map((code) => [code, stopping] as const),
  ...['28P01', '28000'].map((code) => [code, refused] as const),
  ...['40001', '40P01', '55P03', '57014', '25P03', '57P05'].map((code) => [code, busy] as const),
  ['3D000', ({ where, database }) => `PostgreSQL at ${where} has no database "${database}". Make it: createdb --encoding=UTF8 ${database}`],
  ['42501', ({ where, user, database }) => `PostgreSQL at ${where} does not let ${user} do this. Let it own the database "${database}".`],
  ['25006', ({ where }) => `PostgreSQL at ${where} only reads: it is a standby. Let SAKSI_VAULT_URL name the primary.`],
  ['53100', full],
  ['53300', ({ where }) => `PostgreSQL at ${where} has no connection left. Raise its max_connections, or start fewer nodes.`],
]);

const unworded: readonly (readonly [RegExp, Sentence])[] = [
  [/password must be a (non-empty )?string/, refused],
  [/does not support SSL|certificate|self.signed|altnames|ssl/i, untrusted],
  [/timeout|terminated|closed|not queryable/i, unreachable],
];

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

function sentenceOf(error: Error): Sentence | undefined {
  const code = codeOf(error);
  const known = sentences.get(code);
  if (known) return known;
  if (code.startsWith('08')) return unreachable;
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_)/.test(code)) return untrusted;
  return code === '' ? unworded.find(([pattern]) => pattern.test(error.message))?.[1] : undefined;
}

/** What went wrong, when it is PostgreSQL or the way to it that failed; undefined for a defect of ours. */
export function failureOf(error: unknown, place: Place): Failure | undefined {
  if (error instanceof AggregateError && error.errors.length > 0) return failureOf(error.errors[0], place);
  if (!(error instanceof Error)) return undefined;
  const sentence = sentenceOf(error);
  return sentence && { why: sentence(place), retryAfter: sentence === busy ? 1 : 5, diskFull: sentence === full };
}

/** Whether a connection that stood was lost, and a new one may do. */
export const isLost = (error: unknown): boolean =>
  error instanceof Error && (['ECONNRESET', 'EPIPE', '57P01', '57P02'].includes(codeOf(error)) || /terminated|not queryable/i.test(error.message));
