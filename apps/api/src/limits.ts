import type { Configuration } from '#configuration';

/** The configuration's limits, as the parts take them. */
export const limitsOf = (configuration: Configuration) => ({
  commands: {
    waitingPerStream: configuration.SAKSI_WAITING_PER_STREAM,
    attempts: configuration.SAKSI_CONFLICT_ATTEMPTS,
    streamsPerRead: configuration.SAKSI_STREAMS_PER_READ,
    cachedStreams: configuration.SAKSI_CACHED_STREAMS,
    futureTolerance: configuration.SAKSI_FUTURE_TOLERANCE,
    appendTimeout: configuration.SAKSI_APPEND_TIMEOUT,
  },
  store: {
    maxQueuedReads: configuration.SAKSI_READ_QUEUE,
    maxQueuedEvents: configuration.SAKSI_APPEND_QUEUE_EVENTS,
    maxQueuedBytes: configuration.SAKSI_APPEND_QUEUE_BYTES,
  },
  spool: { capacity: configuration.SAKSI_READ_SPOOL },
  readModels: {
    readers: configuration.SAKSI_QUERY_READERS,
    rowLimit: configuration.SAKSI_QUERY_ROWS,
    timeLimitMs: configuration.SAKSI_QUERY_TIMEOUT,
    holdMs: configuration.SAKSI_VIEW_DELAY,
  },
  afterTimeout: configuration.SAKSI_AFTER_TIMEOUT,
  identity: {
    sessions: { idle: configuration.SAKSI_SESSION_IDLE, absolute: configuration.SAKSI_SESSION_ABSOLUTE, unconfirmed: configuration.SAKSI_SESSION_UNCONFIRMED },
    attempts: {
      perAccount: { attempts: configuration.SAKSI_SIGN_IN_ATTEMPTS, window: configuration.SAKSI_SIGN_IN_WINDOW, lockFor: configuration.SAKSI_SIGN_IN_WINDOW },
    },
  },
});
