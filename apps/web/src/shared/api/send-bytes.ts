import { headersOf } from './http.ts';
import { Unreachable } from './problem.ts';

/**
 * Sends a file as it is; the answer is read by whoever asked, while it comes.
 * @throws Unreachable when there is none
 */
export async function sendBytes(path: string, file: Blob, signal: AbortSignal): Promise<Response> {
  const headers = { ...headersOf({ method: 'POST' }), 'Content-Type': 'application/octet-stream' };
  return fetch(path, { method: 'POST', headers, body: file, signal, credentials: 'same-origin' }).catch((error: unknown) => {
    throw signal.aborted ? error : new Unreachable(undefined, { cause: error });
  });
}
