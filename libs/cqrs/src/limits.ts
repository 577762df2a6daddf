/** The limits of command handling; each is a configuration value. */
export interface CommandLimits {
  /** Commands that may wait for one stream; beyond, 503. */
  readonly waitingPerStream: number;
  /** How often a decision is made again when others wrote in between; beyond, 409. */
  readonly attempts: number;
  /** Streams that a decision may consult under one name. */
  readonly streamsPerRead: number;
  /** Folded streams kept in memory. */
  readonly cachedStreams: number;
  /** How far ahead of the server's clock a time may lie, ms. */
  readonly futureTolerance: number;
  /** How long an append may take before its outcome is reported as unknown, ms. */
  readonly appendTimeout: number;
}

export const commandLimits: CommandLimits = {
  waitingPerStream: 1_000,
  attempts: 5,
  streamsPerRead: 1_000,
  cachedStreams: 4_000,
  futureTolerance: 120_000,
  appendTimeout: 10_000,
};
