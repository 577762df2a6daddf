import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem, traceOf, type ErrorLog } from '#http';
import { setTimeout as pause } from 'node:timers/promises';
import { ReadersBusy, type DocumentForm, type PageKey } from '#read-models';
import type { Answered } from './answerer.ts';
import type { Principal } from './ports.ts';

export interface DocumentLimits {
  /** Documents that one session may be reading. Default 2. */
  readonly perSession?: number;
  /** Documents that may be read in all. Default 32. */
  readonly inAll?: number;
  /** How long a reader may leave what was sent unread, ms. Default 60,000. */
  readonly unread?: number;
  /** How often a page is asked for anew, a second apart, while too many others ask. Default 30. */
  readonly attempts?: number;
  /** That second, ms. */
  readonly between?: number;
}

/** One question of a document: the list after the key, at the instant that the first question was asked. */
export type AskPage = (after?: PageKey, first?: Answered) => Promise<Answered>;

/** The documents that are being read. Each takes the memory of a page or two, whatever its length. */
export class Documents {
  readonly #log: ErrorLog;
  readonly #isDemonstration: boolean;
  readonly #limits: Required<DocumentLimits>;
  readonly #open = new Map<object, string>();

  constructor({ log, demonstration, limits = {} }: { readonly log: ErrorLog; readonly demonstration: boolean; readonly limits?: DocumentLimits }) {
    this.#log = log;
    this.#isDemonstration = demonstration;
    const { perSession = 2, inAll = 32, unread = 60_000, attempts = 30, between = 1_000 } = limits;
    this.#limits = { perSession, inAll, unread, attempts, between };
  }

  /** How many are being read. */
  get size(): number {
    return this.#open.size;
  }

  /**
   * The document as a stream that asks for a page when the one before was read. Whatever refuses the question refuses it
   * here, before anything is sent. What fails later ends the connection in the middle of the document: whoever reads it
   * has no whole one, and sees that.
   * @throws Problem `too-many-exports` and what asking throws
   */
  async open<Args extends object>(form: DocumentForm<Args>, args: Args, ask: AskPage, { request, reply, principal }: Reading): Promise<Readable> {
    const first = await ask();
    const ticket = this.#admit(principal);
    const leave = (): void => void this.#open.delete(ticket);
    // A reader who has left already leaves no second time.
    if (reply.raw.destroyed) leave();
    else reply.raw.once('close', leave);
    const { circumstances } = first;
    const opening = form.opening(args, { ...circumstances, demonstration: this.#isDemonstration });
    // Who asks for the headers alone would have all of it made, and thrown away.
    const document =
      request.method === 'HEAD'
        ? Readable.from([])
        : Readable.from(pieces({ opening, closing: form.closing }, first, this.#patiently(ask, reply)), { highWaterMark: 1 });
    document.on('error', (error) => this.#log.error({ correlationId: request.id, trace: traceOf(error) }, 'A document broke off.'));
    reply.raw.setTimeout(this.#limits.unread, () => reply.raw.destroy());
    reply.headers({
      ...form.headers,
      'Content-Type': `${acceptable(form.mediaTypes, request.headers.accept)}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${form.fileName(args, circumstances)}"`,
      Vary: 'Accept',
    });
    return document;
  }

  /** That many ask at this moment is no reason to break off what was begun. */
  #patiently(ask: AskPage, { raw }: FastifyReply): AskPage {
    const { attempts, between } = this.#limits;
    return async (after, first) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await ask(after, first);
        } catch (error) {
          if (!(error instanceof ReadersBusy) || attempt >= attempts || raw.destroyed) throw error;
          await pause(between);
        }
      }
    };
  }

  #admit(principal: Principal): object {
    const { perSession, inAll } = this.#limits;
    const session = principal.kind === 'person' ? principal.session : principal.kind;
    const own = [...this.#open.values()].filter((whose) => whose === session).length;
    if (own >= perSession || this.#open.size >= inAll) throw problem('too-many-exports', { retryAfter: 10, parameters: { perSession, inAll } });
    const ticket = {};
    this.#open.set(ticket, session);
    return ticket;
  }
}

interface Reading {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly principal: Principal;
}

async function* pieces({ opening, closing }: { readonly opening: string; readonly closing: string }, first: Answered, ask: AskPage): AsyncGenerator<string> {
  let before = opening;
  let page: Answered | undefined = first;
  let isFirst = true;
  while (page) {
    const entries = (page.answer as readonly object[]).map((entry) => JSON.stringify(entry)).join(',\n');
    const piece: string = entries === '' ? before : `${before}${isFirst ? '' : ',\n'}${entries}`;
    isFirst &&= entries === '';
    before = '';
    if (piece !== '') yield piece;
    page = page.next && (await ask(page.next, first));
  }
  yield closing;
}

/** The first of the types that the reader names, else the usual one: whoever asks for a document wants it, whatever else is accepted. */
function acceptable([usual, ...others]: readonly [string, ...string[]], accept = ''): string {
  return others.find((type) => accept.includes(type)) ?? usual;
}
