import { uuidv5, uuidv7 } from '#kernel';
import { hostileBody, hostileText, hostileValue, pick, secret } from './hostile.ts';
import { Fitting } from './schema.ts';
import type { Pool, Schema } from './schema.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Described {
  readonly operationId?: string;
  readonly 'x-saksi-roles'?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A request as it goes over the wire. */
export interface FuzzedRequest {
  /** For a person who reads a failure: what was done to which operation. */
  readonly what: string;
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: string | Uint8Array;
}

interface Draft {
  method: string;
  path: string;
  query: [string, string][];
  headers: [string, string][];
  body?: unknown;
  raw?: string | Uint8Array;
}

const ends = /sign-out/;

/** Requests made from the API's own description, the same for the same seed. */
export class Requests {
  readonly operations: readonly { readonly path: string; readonly method: string; readonly described: Described }[];
  readonly #fitting: Fitting;
  readonly #random: (below: number) => number;
  readonly #tokens: ReadonlyMap<string, string>;
  readonly #strangers: readonly (string | undefined)[];
  readonly #keys: string[] = [];

  constructor(document: ApiDocument, pool: Pool, tokens: ReadonlyMap<string, string>, random: (below: number) => number) {
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => ({ path, method: method.toUpperCase(), described })),
    );
    this.#fitting = new Fitting(document.components.schemas, pool, random);
    this.#random = random;
    this.#tokens = tokens;
    this.#strangers = [undefined, 'not-a-session', secret(random)];
  }

  /** `late`: sessions may be ended from now on. */
  next(late: boolean): FuzzedRequest {
    const random = this.#random;
    const ending = late && random(2) === 0;
    const { path, method, described } = pick(
      random,
      this.operations.filter((operation) => ends.test(operation.path) === ending),
    );
    const draft: Draft = { method, path, query: [], headers: [] };
    const token = this.#asker(described);
    if (token !== undefined) draft.headers.push(['authorization', `Bearer ${token}`]);
    if (random(2) === 0) draft.headers.push(['accept-language', pick(random, ['id', 'en', 'de;q=1, en;q=0.1', '*'])]);
    this.#fill(draft, described);
    const twist = random(5) < 2 ? 'valid' : pick(random, Object.keys(this.#twists));
    this.#twists[twist]?.(draft, described);
    if (draft.raw === undefined && draft.body !== undefined) draft.raw = JSON.stringify(draft.body);
    if (draft.raw !== undefined && !draft.headers.some(([name]) => name === 'content-type')) draft.headers.push(['content-type', 'application/json']);
    const query = draft.query.map(([name, value]) => `${encodeURIComponent(name)}=${value}`).join('&');
    return {
      what: `${twist} ${method} ${path}`,
      method: draft.method,
      target: query === '' ? draft.path : `${draft.path}?${query}`,
      headers: draft.headers,
      ...(draft.raw !== undefined && { body: draft.raw }),
    };
  }

  /** Half of the time somebody whose role it takes, else anybody, now and then nobody. */
  #asker({ 'x-saksi-roles': roles = [] }: Described): string | undefined {
    const random = this.#random;
    if (random(12) === 0) return pick(random, this.#strangers);
    const entitled = roles.flatMap((role) => this.#tokens.get(role) ?? []);
    return pick(random, entitled.length > 0 && random(2) === 0 ? entitled : [...this.#tokens.values()]);
  }

  #fill(draft: Draft, { parameters = [], requestBody, operationId = '' }: Described): void {
    const random = this.#random;
    for (const { name, in: where, schema = {}, required } of parameters) {
      if (where === 'query' && name !== 'cursor' && (required || random(3) === 0))
        draft.query.push([name, encodeURIComponent(String(this.#fitting.value(name, schema)))]);
    }
    const schema = requestBody?.content['application/json']?.schema;
    if (!schema) return;
    draft.body = this.#fitting.object(this.#fitting.resolve(schema));
    if (!parameters.some(({ name }) => name === 'Idempotency-Key')) return;
    const key =
      random(20) === 0 && this.#keys.length > 0
        ? pick(random, this.#keys)
        : uuidv5(uuidv7(0, new Uint8Array(10)), `${operationId} ${random(1e9)} ${random(1e9)}`);
    this.#keys.push(key);
    draft.headers.push(['idempotency-key', key]);
    const testified = random(2) === 0;
    if (testified) draft.headers.push(['saksi-testimony', pick(random, ['told', 'paper'])]);
    if (testified || random(4) === 0) draft.headers.push(['saksi-occurred-at', String(this.#fitting.value('at', { type: 'string', format: 'date-time' }))]);
  }

  readonly #twists: Readonly<Record<string, (draft: Draft, described: Described) => void>> = {
    'hostile field': (draft) => {
      const random = this.#random;
      if (typeof draft.body !== 'object' || draft.body === null) return this.#twists['hostile query']?.(draft, {});
      const fields = draft.body as Record<string, unknown>;
      const name = pick(random, Object.keys(fields));
      const sent = fields[name];
      // What stands in a personal value's place is personal; other text goes to the log, and is not marked.
      const personal = typeof sent === 'object' && sent !== null && 'value' in sent;
      fields[name] = personal
        ? pick(random, [{ value: hostileText(random, secret(random)) }, hostileValue(random, secret(random))])
        : hostileValue(random, `w${random(1e9)}`);
    },
    'missing field': (draft) => {
      if (typeof draft.body !== 'object' || draft.body === null) return;
      const fields = draft.body as Record<string, unknown>;
      const gone = pick(this.#random, Object.keys(fields));
      draft.body = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== gone));
    },
    'unknown field': (draft) => {
      if (typeof draft.body !== 'object' || draft.body === null) return this.#twists['hostile query']?.(draft, {});
      draft.body = {
        ...draft.body,
        [pick(this.#random, ['fullName', '__proto__x', 'constructor', 'toString', 'x'.repeat(300), 'recordedAt', ''])]: hostileValue(
          this.#random,
          secret(this.#random),
        ),
      };
    },
    'hostile body': (draft) => {
      if (draft.method === 'POST') draft.raw = hostileBody(this.#random, secret(this.#random), JSON.stringify(draft.body ?? {}));
    },
    'hostile header': (draft) => {
      const random = this.#random;
      const value = pick(random, [
        secret(random),
        `018c2207-5f3a-7c41-9d2e-3b1a6f0c8e1${'1'.repeat(random(3))}`,
        'testified',
        'told',
        '2023-12-01T02:13:00+07:00',
        '1'.repeat(400),
        '',
        'a;b;c',
        `018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11;1;2023-12-01T02:13:00+07:00`,
        'A'.repeat(86),
      ]);
      const name = pick(random, [
        'idempotency-key',
        'saksi-occurred-at',
        'saksi-voice',
        'saksi-testimony',
        'saksi-author',
        'saksi-device',
        'saksi-previous',
        'saksi-signature',
        'saksi-correlation-id',
        'saksi-csrf',
        'accept-language',
        'authorization',
        'cookie',
        'content-type',
        'origin',
        'sec-fetch-site',
        'x-forwarded-for',
        'if-none-match',
        'accept-encoding',
        'range',
        'x-request-id',
      ]);
      draft.headers = [...draft.headers.filter(([there]) => there !== name || random(3) === 0), [name, value]];
      if (name === 'saksi-device' && random(2) === 0)
        draft.headers.push(['saksi-signature', 'A'.repeat(86)], ['saksi-occurred-at', '2023-12-01T02:13:00+07:00']);
    },
    'malformed header': (draft) => {
      const random = this.#random;
      draft.headers.push(
        pick(random, [
          ['x-a', `${secret(random)}\u0001`],
          ['x\u00e9', secret(random)],
          ['x y', 'z'],
          ['x-long', secret(random).repeat(900)],
          ['content-length', 'seven'],
          ['transfer-encoding', 'gzip, chunked'],
          ['host', `${secret(random)}:99999`],
          ['expect', '200-maybe'],
          ['upgrade', 'h2c'],
        ]),
      );
    },
    'hostile query': (draft) => {
      const random = this.#random;
      const name =
        draft.query.length > 0 && random(2) === 0
          ? pick(random, draft.query)[0]
          : pick(random, ['cursor', 'limit', 'at', 'knownAt', 'post', 'name', 'from', 'guest', '__proto__', 'a[b]', '']);
      const value = pick(random, [
        secret(random),
        '-1',
        '0',
        '1e9',
        '99999999999999999999',
        '%00',
        '%',
        '%ff%fe',
        '%ed%a0%80',
        'eyJhIjoxfQ',
        '2023-12-01T02:13:00',
        "1'%20OR%201=1",
        'x'.repeat(3_000),
        '',
      ]);
      draft.query.push([name, value]);
      if (random(4) === 0) draft.query.push([name, value]);
    },
    'odd address': (draft) => {
      const random = this.#random;
      draft.path = pick(random, [
        `${draft.path}/`,
        `${draft.path}/${secret(random)}`,
        draft.path.toUpperCase(),
        draft.path.replace('/api', '//api'),
        `${draft.path}%00`,
        `${draft.path}%ff`,
        `/${secret(random)}`,
        '/api/../../etc/passwd',
        '/%2e%2e/%2e%2e/etc/passwd',
        '/api/docs/../../package.json',
        `/${'a'.repeat(5_000)}`,
        '/api/access',
        '*',
        '/metrics/',
        '/health/none',
        `${draft.path};a=b`,
        `${draft.path}#x`,
      ]);
    },
    'odd method': (draft) => {
      draft.method = pick(this.#random, ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'GET', 'POST', 'TRACE', 'PROPFIND', 'BREW', 'get']);
    },
    'odd media type': (draft) => {
      const random = this.#random;
      draft.headers.push([
        'content-type',
        pick(random, [
          'text/plain',
          'application/xml',
          'multipart/form-data; boundary=x',
          'application/json; charset=utf-16',
          'application/json;;',
          'application/x-www-form-urlencoded',
          'image/png',
          ';',
        ]),
      ]);
    },
  };
}
