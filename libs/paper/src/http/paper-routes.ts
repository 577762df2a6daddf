import { Controller, Get, Inject, Req, Res, type Type } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answerer } from '#cqrs';
import { describeParameters, type Language } from '#http';
import { formatWib } from '#kernel';
import type { QuerySlice } from '#read-models';
import { Paper, type PaperText } from '../paper.ts';
import { ask, PaperOptions, requestOf, type Answered, type Asks } from './asking.ts';
import { PaperDesk, type AccountName } from './desk.ts';
import { pdfResponse, sendPdf } from './pdf.ts';
import { knowPrinted } from './printed.ts';

export interface Writing {
  readonly language: Language;
  /** What an account is called; undefined for one that nobody knows. */
  readonly nameOf: (account: string) => AccountName | undefined;
  /** An area as people say it, with its code: `Baturaja Timur (160114)`; the code alone where no list names it. */
  readonly placeOf: (area: string) => string;
}

export interface PaperDefinition<Args extends object, S extends Asks<Args>> {
  /** `<context>.<document>`: it is answered at `/api/<context>/<document>-paper`, and as PDF at `…-pdf`. */
  readonly name: `${string}.${string}`;
  readonly summary: string;
  readonly asks: S;
  /** The page of the web app that shows the record. */
  readonly path: (args: Args) => string;
  /** Whose names stand on it. */
  readonly accounts: (answers: Answered<S>) => readonly string[];
  /** Which areas stand on it; absent: none. */
  readonly areas?: (answers: Answered<S>) => readonly string[];
  /** Pure. */
  readonly write: (answers: Answered<S>, writing: Writing) => PaperText;
}

const invented = {
  id: 'DEMONSTRASI: orang dan kejadiannya rekaan. Bukan dokumen resmi.',
  en: 'DEMONSTRATION: the people and what happens are invented. Not an official document.',
} as const;

const placeNamed = (area: string, name: string | undefined): string => (name === undefined ? area : `${name} (${area})`);

/** Makes a document's two routes: what stands on it, and the same as PDF. */
export const paperRoutes =
  <Args extends object>(type: new () => Args) =>
  <S extends Asks<Args>>({ name, summary, asks, path, accounts, areas = () => [], write }: PaperDefinition<Args, S>): Type => {
    const [context = '', document = ''] = name.split('.');
    const slices: readonly QuerySlice<Args>[] = Object.values(asks);
    const [first] = slices;
    if (!first) throw new TypeError(`${name} asks nothing.`);
    const { roles } = first;
    for (const form of ['paper', 'pdf']) knowPrinted({ name: `${name}-${form}`, of: first });
    const reads = [...new Set(slices.flatMap(({ from }) => from.map((each) => `${each.context}.${each.name}`)))];

    @ApiTags(context)
    @Controller(`api/${context}`)
    class Route {
      readonly #answerer: Answerer;
      readonly #desk: PaperDesk;
      constructor(@Inject(Answerer) answerer: Answerer, @Inject(PaperDesk) desk: PaperDesk) {
        this.#answerer = answerer;
        this.#desk = desk;
      }

      @Get(`${document}-paper`)
      @ApiOperation({ operationId: `${name}-paper`, summary: `${summary} What stands on it, as it is printed.`, description: `Roles: ${roles.join(', ')}.` })
      @ApiResponse({ status: 200, type: Paper })
      @ApiExtension('x-saksi-roles', roles)
      @ApiExtension('x-saksi-reads', reads)
      @describeParameters(type, PaperOptions)
      async paper(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Paper> {
        const { paper, position } = await this.#write(request);
        reply.header('Saksi-Position', position.toString());
        return paper;
      }

      @Get(`${document}-pdf`)
      @ApiOperation({ operationId: `${name}-pdf`, summary: `${summary} As PDF.`, description: `Roles: ${roles.join(', ')}.` })
      @pdfResponse()
      @ApiExtension('x-saksi-roles', roles)
      @describeParameters(type, PaperOptions)
      async pdf(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
        const { paper, position } = await this.#write(request);
        await sendPdf(reply, await this.#desk.press.print({ paper }), { name: paper.number, position });
      }

      async #write(request: FastifyRequest): Promise<{ readonly paper: Paper; readonly position: bigint }> {
        const asked = requestOf({ args: type, options: PaperOptions }, request);
        const { answers, withheld, position } = await ask(this.#answerer, asks, asked);
        const { args, language, principal, options } = asked;
        const read = await this.#desk.namesOf([...new Set(accounts(answers))], principal);
        const areaNames = await this.#desk.areaNamesOf([...new Set(areas(answers))], principal);
        const written = write(answers, { language, nameOf: (account) => read.names.get(account), placeOf: (area) => placeNamed(area, areaNames.get(area)) });
        const paper: Paper = {
          ...written,
          opening: [...(this.#desk.demonstration ? [invented[language]] : []), ...written.opening],
          language,
          link: this.#desk.linkTo(path(args), request),
          printed: options.printed === true ? formatWib(this.#desk.clock.now()) : null,
          withheld: withheld || read.withheld,
        };
        return { paper, position };
      }
    }

    Object.defineProperty(Route, 'name', { value: `${name}-paper` });
    return Route;
  };
