import { deviceNow, type Instant } from '../time/clock.ts';

/*
 * What every start asks first. It is sent before the app itself has been loaded: on a slow phone the answer is there
 * when the first screen could be drawn.
 */

interface FirstQuestion {
  readonly path: string;
  readonly sent: Instant;
  readonly response: Promise<Response>;
}

let first: FirstQuestion | undefined;

export function askFirst(path: string, headers: Readonly<Record<string, string>>): void {
  const response = fetch(path, { headers, credentials: 'same-origin' });
  // Whoever takes it is told; until then nobody has to be.
  response.catch(() => undefined);
  first = { path, sent: deviceNow(), response };
}

/** Once: whoever asks again wants to know anew. */
export function takeFirst(path: string): FirstQuestion | undefined {
  if (first?.path !== path) return undefined;
  const taken = first;
  first = undefined;
  return taken;
}
