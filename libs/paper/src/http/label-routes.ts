import { Controller, Get, Inject, Req, Res, type Type } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answerer } from '#cqrs';
import { Count, describeParameters, Optional, type Language } from '#http';
import type { Answers, TypedQuerySlice } from '#read-models';
import type { Label, LabelSheets } from '../labels.ts';
import { ask, InALanguage, requestOf, type Answered } from './asking.ts';
import { PaperDesk } from './desk.ts';
import { pdfResponse, sendPdf } from './pdf.ts';
import { knowPrinted } from './printed.ts';

export class LabelOptions extends InALanguage {
  @Optional(Count('Labels of the first sheet that are used up already', { max: 400, example: 0 })) skip?: number;
}

/** Labels whose links are still paths of the web app. */
export type LabelTexts = Pick<LabelSheets, 'title' | 'known'> & { readonly labels: readonly (Omit<Label, 'link'> & { readonly path: string })[] };

export interface LabelWriting {
  readonly language: Language;
  /** What an area is called; undefined where no list names it. */
  readonly nameOf: (area: string) => string | undefined;
}

export interface LabelDefinition<Args extends object, A extends Answers> {
  readonly name: `${string}.${string}`;
  readonly summary: string;
  readonly asks: TypedQuerySlice<Args, A>;
  /** Which areas are named on it. */
  readonly areas: (answer: Answered<{ of: TypedQuerySlice<Args, A> }>['of']) => readonly string[];
  /** Pure. */
  readonly write: (answer: Answered<{ of: TypedQuerySlice<Args, A> }>['of'], writing: LabelWriting) => LabelTexts;
}

/** Makes the route of labels: sheets of A4 as PDF. */
export const labelRoutes =
  <Args extends object>(type: new () => Args) =>
  <A extends Answers>({ name, summary, asks, areas, write }: LabelDefinition<Args, A>): Type => {
    const [context = '', document = ''] = name.split('.');
    knowPrinted({ name: `${name}-pdf`, of: asks });

    @ApiTags(context)
    @Controller(`api/${context}`)
    class Route {
      readonly #answerer: Answerer;
      readonly #desk: PaperDesk;
      constructor(@Inject(Answerer) answerer: Answerer, @Inject(PaperDesk) desk: PaperDesk) {
        this.#answerer = answerer;
        this.#desk = desk;
      }

      @Get(`${document}-pdf`)
      @ApiOperation({ operationId: `${name}-pdf`, summary, description: `Roles: ${asks.roles.join(', ')}.` })
      @pdfResponse()
      @ApiExtension('x-saksi-roles', asks.roles)
      @describeParameters(type, LabelOptions)
      async pdf(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
        const asked = requestOf({ args: type, options: LabelOptions }, request);
        const { answers, position } = await ask(this.#answerer, { of: asks }, asked);
        const { grid, press } = this.#desk;
        const names = await this.#desk.areaNamesOf([...new Set(areas(answers.of))], asked.principal);
        const { title, known, labels } = write(answers.of, { language: asked.language, nameOf: (area) => names.get(area) });
        const sheets: LabelSheets = {
          grid,
          skip: (asked.options.skip ?? 0) % (grid.columns * grid.rows),
          title,
          known,
          language: asked.language,
          labels: labels.map(({ path, ...label }) => ({ ...label, link: this.#desk.linkTo(path, request) })),
        };
        await sendPdf(reply, await press.print({ sheets }), { name: title, position });
      }
    }

    Object.defineProperty(Route, 'name', { value: `${name}-pdf` });
    return Route;
  };
