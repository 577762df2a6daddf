import type { CommandIntent } from './intents.ts';

/** Which file the thread has, and how long it keeps an intent, ms; without `keptFor` for ever. */
export interface IntentFileChoice {
  readonly file: string;
  readonly keptFor?: number;
  /** How often it looks for what is older, ms. */
  readonly pruneEvery: number;
}

/** What the thread of the file is asked: to keep intents, or for those that are kept. */
export interface IntentRequest {
  readonly n: number;
  readonly intents: readonly CommandIntent[];
  readonly commands: readonly string[];
}

/** Every intent that stands for what was asked, in its order; absent: there is none. */
export type IntentAnswer =
  | { readonly n: number; readonly standing: readonly CommandIntent[]; readonly found: readonly (CommandIntent | undefined)[] }
  | { readonly n: number; readonly failed: string };
