declare const sealed: unique symbol;

/**
 * A personal value as the log knows it: `SHA-256('saksi.commit.v1' ‖ 0x00 ‖ JCS([salt, subject, path, value]))` in
 * hex, 64 characters. The value itself is in the vault.
 */
export type Sealed = string & { readonly [sealed]: true };

/** A personal value as a person sends it; `salt` is 16 bytes in hex, derived by the server when absent. */
export interface Personal {
  readonly value: string;
  readonly salt?: string;
}

/** A command as a person sends it: personal fields open, all else as the decider sees it. */
export type Asked<C> = { [K in keyof C]: C[K] extends Sealed ? Personal : C[K] extends Sealed | undefined ? Personal | undefined : C[K] extends readonly (infer Item extends object)[] ? readonly Asked<Item>[] : C[K] };
