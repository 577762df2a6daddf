import type { FastifyRequest } from 'fastify';
import { principalOf, type Answerer, type Principal } from '#cqrs';
import { fieldsOf, Flag, languageOf, OneOf, Optional, parseQuery, parseQueryEnvelope, problem, type Language } from '#http';
import type { Answers, QuerySlice, TypedQuerySlice } from '#read-models';

/** What may be said of everything that is printed. */
export abstract class InALanguage {
  @Optional(OneOf('Its language; absent: as Accept-Language says', ['id', 'en'])) language?: Language;
}

export class PaperOptions extends InALanguage {
  @Optional(Flag('Whether it says when it was printed; without it, the same record gives the same bytes')) printed?: boolean;
}

/** The questions that a document is answered from; the first says who may have it. */
export type Asks<Args extends object> = Readonly<Record<string, TypedQuerySlice<Args, Answers>>>;
export type Answered<S> = { readonly [Name in keyof S]: S[Name] extends { readonly types?: { readonly answer: infer Answer } } ? NonNullable<Answer> : never };

export interface Request<Args, Options> {
  readonly args: Args;
  readonly options: Options;
  readonly language: Language;
  readonly principal: Principal;
  readonly after?: bigint;
}

/** What was asked for, by whom, and how it is to be printed. @throws InvalidFields, InvalidEnvelope, Problem `unauthenticated` */
export function requestOf<Args extends object, Options extends InALanguage>(
  { args: type, options: optionsType }: { readonly args: new () => Args; readonly options: new () => Options },
  request: FastifyRequest,
): Request<Args, Options> {
  const heard = languageOf(request.headers['accept-language']);
  const principal = principalOf(request);
  const { after } = parseQueryEnvelope(request.headers, heard);
  const named = fieldsOf(optionsType);
  const query = Object.entries(request.query as Readonly<Record<string, unknown>>);
  const options = parseQuery(optionsType, Object.fromEntries(query.filter(([name]) => named.has(name))), heard);
  const args = parseQuery(type, Object.fromEntries(query.filter(([name]) => !named.has(name))), heard);
  return { args, options, language: options.language ?? heard, principal, ...(after !== undefined && { after }) };
}

/** Answers each question for whoever asked. @throws Problem `not-found`, and as the Answerer */
export async function ask<Args extends object, S extends Asks<Args>>(
  answerer: Answerer,
  asks: S,
  { args, principal, after }: Pick<Request<Args, unknown>, 'args' | 'principal' | 'after'>,
): Promise<{ readonly answers: Answered<S>; readonly withheld: boolean; readonly position: bigint }> {
  const answers: Record<string, unknown> = {};
  let withheld = false;
  let position = 0n;
  for (const [name, slice] of Object.entries<QuerySlice<Args>>(asks)) {
    const answered = await answerer.answer(slice, args, { principal, ...(after !== undefined && { after }) });
    if (answered.answer === undefined) throw problem('not-found');
    answers[name] = answered.answer;
    withheld ||= answered.withheld;
    ({ position } = answered);
  }
  return { answers: answers as Answered<S>, withheld, position };
}
