/** SHA-256 of a file in hex: what names a photograph of a page, so that no page is copied twice. */
export async function digestOf(file: File | undefined): Promise<string | undefined> {
  if (!file) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
