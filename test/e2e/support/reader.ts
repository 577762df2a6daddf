import { request } from 'node:http';

/** One change as a reader hears it. */
export interface Heard {
  readonly context: string;
  readonly projection: string;
  readonly keys: readonly string[];
  readonly position: string;
}

export interface Reader {
  readonly status: number;
  /** Everything that came, verbatim. */
  text(): string;
  changes(): readonly Heard[];
  /** The last `id:` that came: what a browser sends as `Last-Event-ID`. */
  lastId(): string | undefined;
  /** Resolves once the condition holds. */
  until(holds: () => boolean): Promise<void>;
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>;
  leave(): void;
}

/** Opens a stream of server-sent events as a browser would, and keeps what it says. */
export function listenTo(url: string, token: string, headers: Readonly<Record<string, string>> = {}): Promise<Reader> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent: false, headers: { accept: 'text/event-stream', authorization: `Bearer ${token}`, ...headers } }, (response) => {
      let text = '';
      const waiting = new Set<() => void>();
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        for (const look of waiting) look();
      });
      response.on('error', () => undefined);
      resolve({
        status: response.statusCode ?? 0,
        text: () => text,
        // Only what ended with an empty line has arrived whole.
        changes: () => [...text.matchAll(/^data: (.+)\n\n/gm)].map(([, data = '']) => JSON.parse(data) as Heard),
        lastId: () => [...text.matchAll(/^id: (\d+)\n/gm)].at(-1)?.[1],
        until: (holds) =>
          new Promise((done) => {
            const look = (): void => {
              if (!holds()) return;
              waiting.delete(look);
              done();
            };
            waiting.add(look);
            look();
          }),
        ended: new Promise((done) => response.once('close', () => done())),
        leave: () => void asked.destroy(),
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}
