import { Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExtension, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { principalOf } from '#cqrs';
import { languageOf, parseBody, problem } from '#http';
import type { Saksi } from '../parts.ts';
import { ParkedEvents, RebuildBegun, RebuildViewsBody, Storage, ViewStates } from './bodies.ts';
import { storageOf } from './storage.ts';

export const SAKSI = Symbol('saksi');

const most = 500;

/** What whoever looks after a Saksi sees of it: its views, what they could not take, its disk. Admins only. */
@ApiTags('administration')
@Controller('api/administration')
export class AdministrationController {
  readonly #saksi: Saksi;
  constructor(@Inject(SAKSI) saksi: Saksi) {
    this.#saksi = saksi;
  }

  @Get('views')
  @ApiOperation({ operationId: 'administration.views', summary: 'The views of each context: version, position, lag, and a rebuild with its progress.' })
  @ApiResponse({ status: 200, type: ViewStates })
  @ApiExtension('x-saksi-roles', ['admin'])
  async views(@Req() request: FastifyRequest): Promise<ViewStates> {
    await this.#onlyAdmins(request);
    return {
      views: this.#saksi.readModels.status().map(({ context, version, state, position, head, lagMs, parked, rebuild }) => ({
        context,
        version,
        state: state.kind,
        why: 'why' in state ? state.why : null,
        position: position.toString(),
        head: head.toString(),
        lagMs,
        parked,
        rebuild: rebuild
          ? [{ position: rebuild.position.toString(), head: rebuild.head.toString(), eventsPerSecond: Math.round(rebuild.eventsPerSecond) }]
          : [],
      })),
    };
  }

  @Get('parked-events')
  @ApiOperation({ operationId: 'administration.parked-events', summary: 'Events that a projection could not take; the first 500.' })
  @ApiResponse({ status: 200, type: ParkedEvents })
  @ApiExtension('x-saksi-roles', ['admin'])
  async parked(@Req() request: FastifyRequest): Promise<ParkedEvents> {
    await this.#onlyAdmins(request);
    const parked = await this.#saksi.readModels.parked();
    return { events: parked.slice(0, most).map(({ position, ...event }) => ({ ...event, position: position.toString() })) };
  }

  @Get('storage')
  @ApiOperation({ operationId: 'administration.storage', summary: 'How much each part of the data takes, and how much room is left.' })
  @ApiResponse({ status: 200, type: Storage })
  @ApiExtension('x-saksi-roles', ['admin'])
  async storage(@Req() request: FastifyRequest): Promise<Storage> {
    await this.#onlyAdmins(request);
    return { ...storageOf(this.#saksi.folder), head: (await this.#saksi.store.head()).toString() };
  }

  @Post('rebuild-views')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'administration.rebuild-views',
    summary: 'Makes views anew beside the live ones, which answer until then; the progress is among the views.',
  })
  @ApiBody({ type: RebuildViewsBody })
  @ApiResponse({ status: 202, type: RebuildBegun, description: 'Begun.' })
  async rebuild(@Req() request: FastifyRequest): Promise<RebuildBegun> {
    await this.#onlyAdmins(request);
    const { context } = parseBody(RebuildViewsBody, request.body, languageOf(request.headers['accept-language']));
    const { readModels, log } = this.#saksi;
    const known = readModels.status();
    const chosen = known.filter((view) => (context === undefined ? view.parked > 0 : view.context === context)).map((view) => view.context);
    if (context !== undefined && chosen.length === 0) throw problem('not-found');
    // One after the other, as the command line does it; whoever asked looks at the progress.
    void chosen
      .reduce<Promise<unknown>>((before, each) => before.then(() => readModels.rebuild(each)), Promise.resolve())
      .catch((err: unknown) => log.warn({ err }, 'Views could not be made anew.'));
    return { contexts: chosen };
  }

  async #onlyAdmins(request: FastifyRequest): Promise<void> {
    await this.#saksi.authority.actorFor(principalOf(request), ['admin'], ['everywhere'], this.#saksi.clock.now());
  }
}
