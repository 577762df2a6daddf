/** SHA-256 of a picture in hex: what names it in the log. */
export async function digestOf(picture: Blob | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', picture instanceof Blob ? await picture.arrayBuffer() : picture));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same of one that is there in base64. */
export const digestOfBase64 = (picture: string): Promise<string> => digestOf(Uint8Array.from(atob(picture), (each) => each.charCodeAt(0)));
