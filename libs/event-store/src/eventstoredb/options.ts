/** How EventStoreDB is reached, and how long it is waited for; the defaults suit a server that people wait for. */
export interface EventStoreDbOptions {
  /** `esdb://host:2113?tls=false`, several hosts, or `esdb+discover://name`; credentials and TLS as EventStoreDB's clients know them. */
  readonly url: string;
  /** What Saksi's streams are called on the server: `<prefix>:<stream>`. 1 to 40 of a–z, 0–9, `.`, `_`, `-`. */
  readonly prefix?: string;
  /** How long an append or a read waits for a server that does not answer, ms; default 2,500. */
  readonly patience?: number;
  /** After so long without an answer one attempt is given up and tried again, ms; default 2,000. */
  readonly attemptTimeout?: number;
  /** How long opening waits for the server, ms; default 10,000. */
  readonly openWithin?: number;
  /** Bytes waiting for the server's answer, beyond which appends are refused; default 64 MiB. */
  readonly maxQueuedBytes?: number;
  /** Data and metadata of one append as the server counts them; default its own limit of 1,048,576. */
  readonly maxAppendBytes?: number;
  /** Default 10,000. */
  readonly maxAppendEvents?: number;
  /** Bytes that must be free on the server's disk for an append to be sent, 0: it is not looked at; default 128 MiB. */
  readonly leastFree?: number;
  /** Most events of one batch of a read; default 1,000. */
  readonly batchEvents?: number;
  /** How often a subscription looks whether it has gone silent, ms; default 2,000. */
  readonly watchEvery?: number;
}

export type Settled = Required<EventStoreDbOptions>;

const prefixes = /^[a-z0-9._-]{1,40}$/;

/** Every option with its value. @throws TypeError for a prefix that could not be told from other applications' streams */
export function settled(options: EventStoreDbOptions): Settled {
  const { prefix = 'saksi' } = options;
  if (!prefixes.test(prefix)) throw new TypeError('The prefix of streams is 1 to 40 of the characters a-z, 0-9, ".", "_" and "-".');
  return {
    url: options.url,
    prefix,
    patience: options.patience ?? 2_500,
    attemptTimeout: options.attemptTimeout ?? 2_000,
    openWithin: options.openWithin ?? 10_000,
    maxQueuedBytes: options.maxQueuedBytes ?? 64 << 20,
    maxAppendBytes: options.maxAppendBytes ?? 1 << 20,
    maxAppendEvents: options.maxAppendEvents ?? 10_000,
    leastFree: options.leastFree ?? 128 << 20,
    batchEvents: options.batchEvents ?? 1_000,
    watchEvery: options.watchEvery ?? 2_000,
  };
}
