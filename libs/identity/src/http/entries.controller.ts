import { Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Carrier, principalOf, receiptOf } from '#cqrs';
import { languageOf, parseBody } from '#http';
import { CarriedAnswer, CarryEntriesBody, KnownEntriesBody, MissingEntries, SealingKey } from './entries.bodies.ts';

/** What phones bring that was recorded without a network. */
@ApiTags('identity')
@Controller('api/identity')
export class EntriesController {
  readonly #carrier: Carrier;

  constructor(@Inject(Carrier) carrier: Carrier) {
    this.#carrier = carrier;
  }

  @Get('sealing-key')
  @ApiOperation({ operationId: 'identity.sealing-key', summary: 'The public key that phones seal what waits to.' })
  @ApiResponse({ status: 200, type: SealingKey })
  sealingKey(): SealingKey {
    return { publicKey: this.#carrier.publicKey };
  }

  @Post('carry-entries')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'identity.carry-entries',
    summary: 'Entries that phones signed without a network, as testimony, one after the other, also those of other people.',
  })
  @ApiBody({ type: CarryEntriesBody })
  @ApiResponse({ status: 200, type: CarriedAnswer, isArray: true, description: 'What became of each, in their order.' })
  async carryEntries(@Req() request: FastifyRequest): Promise<readonly CarriedAnswer[]> {
    const language = languageOf(request.headers['accept-language']);
    const { entries } = parseBody(CarryEntriesBody, request.body, language);
    const sentAt = request.headers['saksi-sent-at'];
    const carrying = { principal: principalOf(request), language, correlationId: request.id, ...(typeof sentAt === 'string' && { sentAt }) };
    const carried = await this.#carrier.carry(entries, carrying);
    return carried.map((each) =>
      each.outcome === 'recorded' ? { entry: each.entry, outcome: each.outcome, receipt: receiptOf(each.recorded, language) } : each,
    );
  }

  @Post('known-entries')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'identity.known-entries',
    summary: 'Which entries the log does not hold, although it may have acknowledged them: it was put back to an earlier state.',
  })
  @ApiBody({ type: KnownEntriesBody })
  @ApiResponse({ status: 200, type: MissingEntries })
  async knownEntries(@Req() request: FastifyRequest): Promise<MissingEntries> {
    const { entries } = parseBody(KnownEntriesBody, request.body, languageOf(request.headers['accept-language']));
    principalOf(request);
    return { missing: await this.#carrier.missing(entries) };
  }
}
