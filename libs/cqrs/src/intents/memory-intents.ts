import type { CommandIntent, CommandIntents } from './intents.ts';

/** Intents for specs: nodes that are given the same one share it, and it ends with the process. */
export function memoryIntents(): CommandIntents {
  const standing = new Map<string, CommandIntent>();
  return {
    intend: async (intent) => {
      const known = standing.get(intent.command) ?? intent;
      standing.set(intent.command, known);
      return known;
    },
    of: async (command) => standing.get(command),
  };
}
