/** The opened `Identity`, by injection. */
export const IDENTITY = Symbol('saksi.identity');
/** `IdentityHttpOptions`, by injection. */
export const IDENTITY_HTTP = Symbol('saksi.identity.http');
