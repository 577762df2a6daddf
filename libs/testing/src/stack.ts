import type { CommandSlice, Fact, Instant, Role, ProcessRole, Voice } from '#kernel';

/** Who and when a spec's command comes from; everything has a fixed default. */
export interface Setting {
  readonly role?: Role | ProcessRole;
  readonly effectiveAt?: Instant;
  readonly recordedAt?: Instant;
  readonly user?: string;
}

/** One example of a slice: what stands in the log, what looks answer, what is asked. */
export interface Example {
  readonly slice: CommandSlice;
  /** Stream name → its events. */
  readonly streams: ReadonlyMap<string, readonly Fact[]>;
  /** Name of the look in the slice → its answer. */
  readonly looks: Readonly<Record<string, unknown>>;
  /** The command as a person sends it; personal values open. */
  readonly asked: object;
  readonly setting: Setting;
}

export type Outcome =
  { readonly written: readonly Fact[]; readonly contradicts: readonly string[] } | { readonly refused: readonly string[]; readonly written: readonly Fact[] };

/** Runs an example through the whole of Saksi in one voice. Personal values come back as `sealed('…')`. */
export interface Stack {
  run(example: Example, voice: Voice): Promise<Outcome>;
}

let registered: Stack | undefined;

/** Chosen by the suite's set-up file; without one, specs run on the decider alone. */
export const useStack = (stack: Stack): void => {
  registered = stack;
};

export const currentStack = (): Stack | undefined => registered;
