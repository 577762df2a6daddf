import { z } from 'zod';

const whole = (minimum: number, maximum = Number.MAX_SAFE_INTEGER) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(minimum, `must be at least ${minimum}`).max(maximum, `must be at most ${maximum}`));

const flag = z.enum(['true', 'false', '1', '0'], 'must be true or false').transform((text) => text === 'true' || text === '1');

/** Two numbers with an x between them, as `3x8`. */
const pair = (each: ReturnType<typeof whole>) =>
  z
    .string()
    .regex(/^\d{1,3}x\d{1,3}$/, 'must be two whole numbers such as 3x8')
    .transform((text) => text.split('x'))
    .pipe(z.tuple([each, each]));

const setting = <Type extends z.ZodType>(type: Type, fallback: string | undefined, about: string, secret = false) => ({ type, fallback, about, secret });

/** Every environment variable of Saksi: its type, its default as text (undefined: none) and what it is for. */
export const settings = {
  SAKSI_HOST: setting(z.string().min(1), '127.0.0.1', 'Address to listen on. Beyond loopback it needs TLS or SAKSI_BEHIND_PROXY.'),
  SAKSI_PORT: setting(whole(0, 65_535), '3000', 'Port to listen on; 0 takes a free one.'),
  SAKSI_DATA: setting(z.string().min(1), './data', 'Folder of the log, the vault and the read models. One server at a time.'),
  SAKSI_STORE: setting(
    z.enum(['sqlite', 'eventstoredb'], 'must be sqlite or eventstoredb'),
    'sqlite',
    'Which event store keeps the log: a file in SAKSI_DATA, or EventStoreDB 23.10 or later, which several servers may share.',
  ),
  SAKSI_EVENTSTOREDB_URL: setting(
    z
      .string()
      .regex(/^esdb(\+discover)?:\/\/./, 'must be a connection string such as esdb://host:2113?tls=false or esdb+discover://name:2113')
      .optional(),
    undefined,
    'How EventStoreDB is reached when SAKSI_STORE is eventstoredb: one host, several, or a name to discover them by.',
    true,
  ),
  SAKSI_EVENTSTOREDB_PREFIX: setting(
    z.string().regex(/^[a-z0-9._-]{1,40}$/, 'must be 1 to 40 of the characters a-z, 0-9, ".", "_" and "-"'),
    'saksi',
    "What the names of this log's streams begin with in EventStoreDB, so that one server can hold other applications' streams, and other logs.",
  ),
  SAKSI_EVENTSTOREDB_LEAST_FREE: setting(
    whole(0, 1_000_000_000_000),
    String(128 << 20),
    'Bytes that must be free on the disk of EventStoreDB for commands to be recorded: it ends when it cannot write. 0: its disk is not looked at.',
  ),
  SAKSI_EVENTSTOREDB_PATIENCE: setting(
    whole(100, 600_000),
    '2500',
    'How long a command or a query waits for an EventStoreDB that does not answer, ms; then 503.',
  ),
  SAKSI_VAULT_URL: setting(
    z
      .string()
      .regex(/^postgres(ql)?:\/\/[^@/]+@.+\/.+$/, 'must be postgres://user:password@host:port/database')
      .optional(),
    undefined,
    'PostgreSQL database that keeps the vault, credentials and sessions, for several nodes: postgres://user:password@host:port/database. Without it, they are files in SAKSI_DATA.',
    true,
  ),
  SAKSI_INTENT_DAYS: setting(
    whole(1, 36_500),
    '400',
    'With EventStoreDB: days for which the key of a command is remembered, so that repeating it gives the first answer. Longer than any device may stay without a network.',
  ),
  SAKSI_MASTER_KEY: setting(
    z.string().optional(),
    undefined,
    'Master key of the vault: 32 bytes in base64 or hex. Without it, the file master.key (mode 0600) in SAKSI_DATA.',
    true,
  ),
  SAKSI_TLS_CERT: setting(z.string().optional(), undefined, 'Certificate chain (PEM) to serve https with; read again when it changes.'),
  SAKSI_TLS_KEY: setting(z.string().optional(), undefined, 'Private key (PEM) of SAKSI_TLS_CERT.'),
  SAKSI_BEHIND_PROXY: setting(flag, 'false', 'A proxy on this machine or network ends TLS: listen without it, and trust its X-Forwarded headers.'),
  SAKSI_DEMO_PASSWORD: setting(
    z.string().min(12, 'must have at least 12 characters').optional(),
    undefined,
    'Passphrase of the demonstration accounts; without it one is made and printed.',
    true,
  ),
  SAKSI_LEAST_FREE: setting(
    whole(0),
    String(1 << 30),
    'Bytes below which `saksi doctor` says that the disk of SAKSI_DATA is filling up: time to make room before nothing can be recorded.',
  ),
  SAKSI_LOG_LEVEL: setting(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), 'info', 'Least level that is logged.'),

  SAKSI_BODY_LIMIT: setting(whole(1_024, 104_857_600), '262144', 'Largest request body, bytes.'),
  SAKSI_REQUESTS_PER_MINUTE: setting(whole(1), '60000', 'Requests that one session, or one address without a session, may make in a minute.'),
  SAKSI_CARRIES_PER_MINUTE: setting(
    whole(1),
    '600',
    'Bundles of up to a hundred entries kept on phones that one session may bring in a minute; no fewer than SAKSI_REQUESTS_PER_MINUTE.',
  ),
  SAKSI_SIGN_INS_PER_MINUTE: setting(whole(1), '30', 'Attempts to sign in that one address may make in a minute.'),
  SAKSI_REQUEST_TIMEOUT: setting(whole(100), '30000', 'How long a request may take to arrive, ms.'),
  SAKSI_STREAMS_PER_SESSION: setting(whole(1), '8', 'Open event streams (SSE) of one session.'),
  SAKSI_STREAMS: setting(whole(1), '2000', 'Open event streams (SSE) in all.'),
  SAKSI_EXPORTS_PER_SESSION: setting(whole(1), '2', 'Exports that one session may be reading at a time.'),
  SAKSI_EXPORTS: setting(whole(1), '32', 'Exports that may be read at a time in all.'),
  SAKSI_IMPORTS: setting(whole(1), '2', 'Files that are imported at a time in all; each is in memory meanwhile.'),
  SAKSI_IMPORT_MEGABYTES: setting(whole(1, 512), '32', 'The largest file that is imported, MiB.'),
  SAKSI_IMPORT_UNPACKED_MEGABYTES: setting(
    whole(1, 2_047),
    '256',
    'What a workbook (XLSX) that is imported may come to when it is unpacked, MiB: its texts are in memory meanwhile.',
  ),
  SAKSI_IMPORT_ROWS: setting(whole(1, 1_000_000), '200000', 'Rows of a file that is imported, at most.'),
  SAKSI_IDENTIFIERS: setting(
    z
      .string()
      .regex(/^https?:\/\/[a-z0-9.-]+(:\d+)?(\/[A-Za-z0-9._~-]+)*$/, 'must be an address without a slash at its end, such as https://example.org/saksi'),
    'https://saksi.invalid',
    'What the names begin with under which boxes, lots and places are known outside (EPCIS): an address in a domain of yours, which nothing need answer. Never change it once something was exported.',
  ),
  SAKSI_PAGE_DEFAULT: setting(whole(1, 10_000), '50', 'Entries of a page when the request does not say.'),
  SAKSI_PAGE_LIMIT: setting(whole(1, 10_000), '500', 'Entries of a page at most.'),
  SAKSI_PUBLIC_URL: setting(
    z
      .string()
      .regex(/^https?:\/\/[^\s/?#]+$/, 'must be https://host or https://host:port, without a path')
      .optional(),
    undefined,
    'Where people reach the web app: QR codes on documents and labels lead there. Without it they lead to where the document was asked for.',
  ),
  SAKSI_LABEL_GRID: setting(pair(whole(1, 40)), '3x8', 'Labels on a sheet of A4: columns x rows. 3x8 are labels of 70 x 37 mm, 2x4 of 105 x 74 mm.'),
  SAKSI_LABEL_MARGINS: setting(pair(whole(0, 60)), '0x0', 'What stays free on a sheet of labels, mm: at either side x at the top and the bottom.'),
  SAKSI_PRESS_IDLE: setting(whole(0), '30000', 'How long the thread that makes PDF files stays when there is nothing to print, ms.'),
  SAKSI_SHUTDOWN_TIMEOUT: setting(whole(100), '10000', 'How long commands in flight may take to finish at a shutdown, ms.'),

  SAKSI_FUTURE_TOLERANCE: setting(whole(0), '120000', 'How far ahead of the server clock a time may lie, ms.'),
  SAKSI_CLOCK_TOLERANCE: setting(
    whole(10),
    '1000',
    'How far the clock of a server may be from that of the database in SAKSI_VAULT_URL, ms: beyond, it is not ready. Two servers are at most twice as far apart.',
  ),
  SAKSI_WAITING_PER_STREAM: setting(whole(1), '1000', 'Commands that may wait for one stream; beyond, 503.'),
  SAKSI_CONFLICT_ATTEMPTS: setting(whole(1, 100), '5', 'How often a decision is made again when others wrote in between; beyond, 409.'),
  SAKSI_STREAMS_PER_READ: setting(whole(1), '1000', 'Streams that one decision may consult under one name.'),
  SAKSI_LARGEST_QUANTITY: setting(
    whole(1, 1_000_000_000_000),
    '1000000000',
    'The largest quantity of one item that a command may name: more is a slip of the hand.',
  ),
  SAKSI_VOTERS_PER_STATION: setting(whole(1, 100_000), '1000', 'The most voters that a list may name for one polling station: more is a slip of the hand.'),
  SAKSI_LONGEST_VISIT: setting(whole(1, 10_080), '1440', 'For how long a guest may be let in at most, minutes.'),
  SAKSI_RECEIPT_GRACE: setting(
    whole(0, 604_800_000),
    '7200000',
    'How long after its arrival boxes may still stand on a truck before it is noticed that they were not received, ms.',
  ),
  SAKSI_CACHED_STREAMS: setting(whole(1), '4000', 'Folded streams kept in memory.'),
  SAKSI_APPEND_TIMEOUT: setting(whole(100), '10000', 'How long an append may take before its outcome is reported as unknown, ms.'),
  SAKSI_READ_QUEUE: setting(whole(1), '10000', 'Reads of the log that may wait, a stream each; beyond, 503. A decision about a truck reads each of its boxes.'),
  SAKSI_APPEND_QUEUE_EVENTS: setting(whole(1), '50000', 'Events that may wait for the disk; beyond, 503.'),
  SAKSI_APPEND_QUEUE_BYTES: setting(whole(1_024), '67108864', 'Bytes that may wait for the disk; beyond, 503.'),

  SAKSI_AFTER_TIMEOUT: setting(whole(0), '2000', 'How long a query with Saksi-After waits for its projection, ms.'),
  SAKSI_QUERY_TIMEOUT: setting(whole(10), '5000', 'How long a query may run, ms.'),
  SAKSI_QUERY_ROWS: setting(whole(1), '10000', 'Rows that a query may return.'),
  SAKSI_QUERY_READERS: setting(whole(1, 64), '2', 'Threads that answer queries.'),
  SAKSI_VIEW_DELAY: setting(
    whole(0, 1_000),
    '20',
    'How long what was recorded may stay unseen by queries that do not wait for it, ms: what comes meanwhile is shown together.',
  ),
  SAKSI_HEAP_GROWTH: setting(whole(10, 300), '25', 'How far the memory of a thread may grow beyond what lives in it before it is cleared up, percent.'),

  SAKSI_SESSION_IDLE: setting(whole(60_000), '43200000', 'A session ends after so long without a request, ms.'),
  SAKSI_SESSION_ABSOLUTE: setting(whole(60_000), '604800000', 'A session ends so long after signing in, ms.'),
  SAKSI_SESSION_UNCONFIRMED: setting(
    whole(0),
    '10000',
    'With SAKSI_VAULT_URL: how long a node believes the sessions it knows while PostgreSQL cannot tell it which ended elsewhere, ms; then 503.',
  ),
  SAKSI_SIGN_IN_ATTEMPTS: setting(whole(1), '5', 'Wrong passphrases before an account is locked.'),
  SAKSI_SIGN_IN_WINDOW: setting(whole(1_000), '900000', 'How long wrong passphrases count, and how long the lock stays, ms.'),
  SAKSI_READ_SPOOL: setting(whole(1), '100000', 'Reads of personal data that may wait to be recorded; beyond, names are withheld.'),
  SAKSI_SWEEP_DAYS: setting(
    whole(7, 36_500),
    '7',
    'Days after which a personal value that was kept for a command is removed when the log holds no event of it: its server was killed in between.',
  ),
  SAKSI_SWEEP_EVERY: setting(whole(1_000, 2_147_483_647), '86400000', 'How often it is looked for such values, ms, besides at each start.'),
  SAKSI_RETENTION_DAYS: setting(whole(1), '365', 'Days after which a guest without a legal hold is due for erasure.'),
} as const;

type Settings = typeof settings;
export type Configuration = { readonly [Name in keyof Settings]: z.infer<Settings[Name]['type']> };
