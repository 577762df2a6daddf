import { Agent, request } from 'undici';

/** An answer, read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: object;
}

/** Requests to one server, over connections of its own. */
export class Api {
  readonly url: string;
  readonly #agent: Agent;

  constructor(url: string, { connections = 8, within = 60_000 }: { connections?: number; within?: number } = {}) {
    this.url = url;
    this.#agent = new Agent({ connections, pipelining: 1, headersTimeout: within, bodyTimeout: within });
  }

  /** @throws when the connection ends before the whole answer has arrived */
  async ask(path: string, token: string | undefined, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
    const {
      statusCode,
      headers: received,
      body: answered,
    } = await request(`${this.url}${path}`, {
      method,
      dispatcher: this.#agent,
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }), ...headers },
      body: body ? JSON.stringify(body) : null,
    });
    return {
      status: statusCode,
      headers: Object.fromEntries(Object.entries(received).map(([name, value]) => [name, String(value)])),
      body: await answered.text(),
    };
  }

  /** A command under its key. */
  command(name: string, token: string, key: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.ask(`/api/${name.replace('.', '/')}`, token, { method: 'POST', headers: { 'idempotency-key': key, ...headers }, body });
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
