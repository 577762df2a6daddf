/** Something readable only while the session lasts that it was kept in. */
export interface Secret {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}
