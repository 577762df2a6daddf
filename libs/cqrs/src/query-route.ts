import { applyDecorators, Controller, Get, Inject, Req, Res, type Type } from '@nestjs/common';
import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiExtension, ApiExtraModels, ApiOperation, ApiQuery, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Cursors, describeParameters, languageOf, parseQuery, parseQueryEnvelope, problem } from '#http';
import type { PageKey, QuerySlice } from '#read-models';
import { Answerer, type Answered, type Question } from './answerer.ts';
import { Documents } from './document.ts';
import { principalOf } from './principal.ts';

interface Route {
  readonly controller: Type;
  readonly handler: Type;
}

/** The projections it is answered from: only what changes in them is news for whoever has asked. */
const readsOf = ({ from }: QuerySlice): readonly string[] => from.map(({ context, name }) => `${context}.${name}`);

/** `GET /api/<context>/<query>` and its handler on the bus. */
export function queryRoute(slice: QuerySlice): Route {
  const [context = '', query = ''] = slice.name.split('.');

  class Asked {
    readonly args: object;
    readonly question: Question;
    constructor(args: object, question: Question) {
      this.args = args;
      this.question = question;
    }
  }

  @QueryHandler(Asked)
  class Handler implements IQueryHandler<Asked, Answered> {
    readonly #answerer: Answerer;
    constructor(@Inject(Answerer) answerer: Answerer) {
      this.#answerer = answerer;
    }
    execute({ args, question }: Asked): Promise<Answered> {
      return this.#answerer.answer(slice, args, question);
    }
  }

  @ApiTags(context)
  @Controller(`api/${context}`)
  class Route {
    readonly #bus: QueryBus;
    readonly #cursors: Cursors;
    readonly #documents: Documents;
    constructor(@Inject(QueryBus) bus: QueryBus, @Inject(Cursors) cursors: Cursors, @Inject(Documents) documents: Documents) {
      this.#bus = bus;
      this.#cursors = cursors;
      this.#documents = documents;
    }

    @Get(query)
    @ApiOperation({ operationId: slice.name, summary: slice.summary, description: `Roles: ${slice.roles.join(', ')}.` })
    @ApiExtraModels(...(slice.document ? [] : [slice.answers]))
    @ApiResponse({ status: 200, description: 'The answer; `Saksi-Position` says how far in the log the view was.', ...answerContent(slice) })
    @ApiExtension('x-saksi-roles', slice.roles)
    @ApiExtension('x-saksi-reads', readsOf(slice))
    @describeParameters(slice.query)
    @describePaging(slice)
    async handle(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
      const language = languageOf(request.headers['accept-language']);
      const principal = principalOf(request);
      const { after } = parseQueryEnvelope(request.headers, language);
      const ask = (args: object, more: Pick<Question, 'page' | 'asOf'>): Promise<Answered> =>
        this.#bus.execute<Asked, Answered>(new Asked(args, { principal, ...(after !== undefined && { after }), ...more }));
      if (slice.document) {
        const args = parseQuery(slice.query, request.query, language);
        const askPage = async (beyond?: PageKey, first?: Answered): Promise<Answered> => {
          const answered = await ask(args, { page: { ...(beyond && { after: beyond }) }, ...(first && { asOf: first.circumstances.now }) });
          if (!first) reply.header('Saksi-Position', answered.position.toString());
          return answered;
        };
        return this.#documents.open(slice.document, args, askPage, { request, reply, principal });
      }
      const { cursor, limit, ...asked } = request.query as Readonly<Record<string, unknown>>;
      const args = parseQuery(slice.query, slice.page ? asked : request.query, language);
      const page = slice.page && this.#cursors.page(slice.name, asked, { cursor, limit }, slice.page);
      const { answer, next, position, withheld } = await ask(args, { ...(page && { page }) });
      if (answer === undefined) throw problem('not-found');
      reply.header('Saksi-Position', position.toString());
      if (withheld) reply.header('Saksi-Names-Withheld', 'true');
      return slice.list ? { items: answer, ...(next && { next: this.#cursors.next(slice.name, asked, next) }) } : (answer as object);
    }
  }

  const className = slice.query.name;
  Object.defineProperty(Asked, 'name', { value: className });
  Object.defineProperty(Handler, 'name', { value: `${className}Handler` });
  Object.defineProperty(Route, 'name', { value: `${className}Route` });
  return { controller: Route, handler: Handler };
}

/** Where a list in pages goes on, and how far; a document is whole. */
const describePaging = ({ page, document }: QuerySlice): MethodDecorator =>
  applyDecorators(
    ...(document ? [ApiExtension('x-saksi-document', true)] : []),
    ...(page && !document
      ? [
          ApiQuery({ name: 'cursor', required: false, description: 'Where the page before ended: its `next`', schema: { type: 'string' } }),
          // Without a most of its own, the one that the server is set to: the description adds it.
          ApiQuery({
            name: 'limit',
            required: false,
            description: 'Entries of the page',
            schema: { type: 'integer', minimum: 1, ...(page.max !== undefined && { maximum: page.max }) },
          }),
        ]
      : []),
  );

function answerContent(slice: QuerySlice): { readonly schema: object } | { readonly content: Readonly<Record<string, { readonly schema: object }>> } {
  if (!slice.document) return { schema: answerSchema(slice) };
  const { mediaTypes, schema } = slice.document;
  return { content: Object.fromEntries(mediaTypes.map((type) => [type, { schema }])) };
}

function answerSchema({ answers, list }: QuerySlice): object {
  const one = { $ref: getSchemaPath(answers) };
  return list
    ? {
        type: 'object',
        required: ['items'],
        properties: {
          items: { type: 'array', items: one },
          next: { type: 'string', description: 'Send it as `cursor` for the next page; absent on the last one' },
        },
      }
    : one;
}
