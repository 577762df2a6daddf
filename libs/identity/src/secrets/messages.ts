import type { Operations } from './worker/operations.ts';

/** What the main thread asks the worker of identity.db. */
export interface Question {
  readonly id: number;
  readonly name: keyof Operations;
  readonly args: readonly unknown[];
}

export type Answer =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: { readonly message: string; readonly code?: string } };
