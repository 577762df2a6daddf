import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalBytes } from '#event-store';
import { InvalidFields } from './fields/faults.ts';
import { problem, type Problem } from './problem/problem.ts';

/** The values of a page's last row in the columns that order it. */
export type CursorKey = readonly (string | number)[];

/** Which part of a list is asked for. */
export interface PageAsked {
  readonly after?: CursorKey;
  readonly size: number;
}

/** Rows of a question's pages: usually, and at most. */
interface PagesOfAQuestion {
  readonly size?: number;
  readonly max?: number;
}

export interface CursorOptions {
  /** At least 32 bytes, the same on every node and after a restart. */
  readonly key: Uint8Array;
  /** Longest cursor that is looked at, in characters. Default 2,000. */
  readonly longest?: number;
  /** Most rows that a page may be asked to have, where the question itself says nothing. Default 500. */
  readonly largestPage?: number;
  /** Rows of a page when neither the request nor the question says. Default 50. */
  readonly usualPage?: number;
}

/**
 * Opaque cursors: where a page ended, signed together with the query's name and arguments, so that none can be made
 * up, changed, or used for another question.
 */
export class Cursors {
  readonly #key: Uint8Array;
  readonly #longest: number;
  readonly #largestPage: number;
  readonly #usualPage: number;

  constructor({ key, longest = 2_000, largestPage = 500, usualPage = 50 }: CursorOptions) {
    if (key.length < 32) throw new RangeError(`The key for cursors has ${key.length} bytes; it needs 32.`);
    this.#key = key;
    this.#longest = longest;
    this.#largestPage = largestPage;
    this.#usualPage = Math.min(usualPage, largestPage);
  }

  /** The cursor behind the row with these values. `args` as they were sent, without cursor and limit. */
  next(query: string, args: object, after: CursorKey): string {
    const body = Buffer.from(JSON.stringify(after), 'utf8').toString('base64url');
    return `${body}.${this.#seal(query, args, body).toString('base64url')}`;
  }

  /**
   * Reads `cursor` and `limit` of a query string. `of`: what the question itself says of its pages.
   * @throws Problem `cursor-from-elsewhere`; InvalidFields for a limit that is none
   */
  page(query: string, args: object, { cursor, limit }: { readonly cursor?: unknown; readonly limit?: unknown }, of: PagesOfAQuestion = {}): PageAsked {
    const size = limit === undefined ? (of.size ?? this.#usualPage) : this.#size(limit, of.max ?? this.#largestPage);
    return { ...(cursor !== undefined && { after: this.#open(query, args, cursor) }), size };
  }

  #size(limit: unknown, largest: number): number {
    if (typeof limit !== 'string' || !/^\d{1,6}$/.test(limit)) throw new InvalidFields([{ path: 'limit', code: 'not-an-integer', details: {} }]);
    if (Number(limit) < 1) throw new InvalidFields([{ path: 'limit', code: 'too-small', details: { min: 1 } }]);
    if (Number(limit) > largest) throw new InvalidFields([{ path: 'limit', code: 'too-large', details: { max: largest } }]);
    return Number(limit);
  }

  #open(query: string, args: object, cursor: unknown): CursorKey {
    if (typeof cursor !== 'string' || cursor.length > this.#longest) throw fromElsewhere();
    const [, body, seal] = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{43})$/.exec(cursor) ?? [];
    if (body === undefined || seal === undefined) throw fromElsewhere();
    if (!timingSafeEqual(Buffer.from(seal, 'base64url'), this.#seal(query, args, body))) throw fromElsewhere();
    const key: unknown = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
    if (!Array.isArray(key) || !key.every(isKeyPart)) throw fromElsewhere();
    return key;
  }

  #seal(query: string, args: object, body: string): Buffer {
    return createHmac('sha256', this.#key)
      .update('saksi.cursor.v1\0')
      .update(query)
      .update('\0')
      .update(canonicalBytes(args))
      .update('\0')
      .update(body)
      .digest();
  }
}

const isKeyPart = (part: unknown): part is string | number => typeof part === 'string' || typeof part === 'number';

const fromElsewhere = (): Problem => problem('cursor-from-elsewhere', { parameters: { path: 'cursor' } });
