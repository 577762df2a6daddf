import { Controller, HttpCode, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiBody, ApiExtension, ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, parseBody, parseEnvelope, saidObjections, type Envelope, type Language } from '#http';
import type { Asked, Clock, CommandSlice, Details } from '#kernel';
import { principalOf } from './principal.ts';
import { Recorder, type RecordedCommand } from './recorder.ts';
import { signingOf } from './signing.ts';
import type { Telling } from './telling.ts';

/** The clock, by injection. */
export const CLOCK = Symbol('saksi.clock');

/** What a command's sender must hear of what was recorded, such as where a box belongs that was kept off a truck. */
export class Notice {
  @ApiProperty({ example: 'logistics.box-not-on-this-run' }) code!: string;
  @ApiProperty({ description: 'In the language that was asked for' }) message!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Numbers, codes and ids' }) details!: Details;
}

/** What a command's sender is told. The same key and content always get the same answer. */
export class Receipt {
  @ApiProperty({ format: 'uuid', description: 'The command: its Idempotency-Key' }) command!: string;
  @ApiProperty({ description: 'The stream that holds its events', example: 'visit-018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11' }) stream!: string;
  @ApiProperty({ description: 'Revision of the first event' }) firstRevision!: number;
  @ApiProperty({ description: 'Revision of the last event' }) lastRevision!: number;
  @ApiProperty({ description: 'Position in the log: send it as Saksi-After to a query that must show it', example: '4711' }) position!: string;
  @ApiProperty({ type: [String], description: 'Objections that stand against testimony; it was kept with them' }) contradicts!: readonly string[];
  @ApiProperty({ type: [String], description: 'What is wrong with the device’s entry; it was kept, marked so', example: ['bad-signature'] })
  marks!: readonly string[];
  @ApiProperty({ type: [Notice], required: false, description: 'What must be heard of what was recorded; absent: nothing' }) notices?: readonly Notice[];
}

/** How a receipt travels. */
export const receiptOf = ({ repeated: _, position, notices, ...recorded }: RecordedCommand, language: Language): Receipt => ({
  ...recorded,
  position: position.toString(),
  ...(notices.size > 0 && { notices: saidObjections(notices, language) }),
});

interface Route {
  readonly controller: Type;
  readonly handler: Type;
}

/** `POST /api/<context>/<command>` and its handler on the bus. */
export function commandRoute(slice: CommandSlice): Route {
  const [context = '', command = ''] = slice.name.split('.');

  class Told {
    readonly asked: Asked<object>;
    readonly telling: Telling;
    constructor(asked: Asked<object>, telling: Telling) {
      this.asked = asked;
      this.telling = telling;
    }
  }

  @CommandHandler(Told)
  class Handler implements ICommandHandler<Told, RecordedCommand> {
    readonly #recorder: Recorder;
    constructor(@Inject(Recorder) recorder: Recorder) {
      this.#recorder = recorder;
    }
    execute({ asked, telling }: Told): Promise<RecordedCommand> {
      return this.#recorder.record(slice, asked, telling);
    }
  }

  @ApiTags(context)
  @Controller(`api/${context}`)
  class Route {
    readonly #bus: CommandBus;
    readonly #clock: Clock;
    constructor(@Inject(CommandBus) bus: CommandBus, @Inject(CLOCK) clock: Clock) {
      this.#bus = bus;
      this.#clock = clock;
    }

    @Post(command)
    @HttpCode(201)
    @ApiOperation({ operationId: slice.name, summary: slice.summary, description: describe(slice) })
    @ApiBody({ type: slice.command })
    @ApiResponse({ status: 201, type: Receipt, description: 'Recorded; durable.' })
    @ApiExtension('x-saksi-objections', Object.keys(slice.objections))
    @ApiExtension('x-saksi-notices', Object.keys(slice.notices))
    @ApiExtension('x-saksi-roles', slice.roles)
    @ApiExtension('x-saksi-signing', signingOf(slice))
    async handle(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Receipt> {
      const language = languageOf(request.headers['accept-language']);
      const principal = principalOf(request);
      const envelope = parseEnvelope(request.headers, { clock: this.#clock, language });
      const asked: Asked<object> = parseBody(slice.command, request.body, language);
      const recorded = await this.#bus.execute<Told, RecordedCommand>(new Told(asked, tellingOf(envelope, principal, request)));
      if (recorded.repeated) reply.header('Saksi-Repeated', 'true');
      return receiptOf(recorded, language);
    }
  }

  const className = slice.command.name;
  Object.defineProperty(Told, 'name', { value: className });
  Object.defineProperty(Handler, 'name', { value: `${className}Handler` });
  Object.defineProperty(Route, 'name', { value: `${className}Route` });
  return { controller: Route, handler: Handler };
}

function tellingOf({ occurredAt, ...envelope }: Envelope, principal: Telling['principal'], request: FastifyRequest): Telling {
  return { ...envelope, principal, ...(request.headers['saksi-occurred-at'] !== undefined && { occurredAt }) };
}

const describe = ({ records, roles }: CommandSlice): string =>
  records === 'fact'
    ? `A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: ${roles.join(', ')}.`
    : `An order: refused when an objection stands. Roles: ${roles.join(', ')}.`;
