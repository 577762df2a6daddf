import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLOCK } from '#cqrs';
import { languageOf, parseBody, problem } from '#http';
import { formatWib, type Clock } from '#kernel';
import type { Identity } from '../open-identity.ts';
import { SignedInAnswer, SignInBody, UseResetCodeBody } from './bodies.ts';
import { giveBrowserSession } from './browser-session.ts';
import { isSameOrigin } from './csrf.ts';
import { IDENTITY, IDENTITY_HTTP } from './injection.ts';
import type { IdentityHttpOptions } from './authenticate.ts';
import { Public } from './session-guard.ts';

/** What people do who have no session yet. */
@ApiTags('identity')
@Public()
@Controller('api/identity')
export class SignInController {
  readonly #identity: Identity;
  readonly #options: IdentityHttpOptions;
  readonly #clock: Clock;

  constructor(@Inject(IDENTITY) identity: Identity, @Inject(IDENTITY_HTTP) options: IdentityHttpOptions, @Inject(CLOCK) clock: Clock) {
    this.#identity = identity;
    this.#options = options;
    this.#clock = clock;
  }

  @Post('sign-in')
  @HttpCode(200)
  @ApiOperation({ operationId: 'identity.sign-in', summary: 'Opens a session.' })
  @ApiBody({ type: SignInBody })
  @ApiResponse({ status: 200, type: SignedInAnswer })
  async signIn(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignedInAnswer> {
    this.#refuseForged(request);
    const { login, passphrase, via = 'browser' } = parseBody(SignInBody, request.body, languageOf(request.headers['accept-language']));
    const opened = await this.#identity.signIn.signIn({ login, passphrase, via, address: request.ip });
    if (via === 'browser') return giveBrowserSession(reply, opened, { ...this.#options, clock: this.#clock });
    reply.header('Cache-Control', 'no-store');
    return { account: opened.session.user, until: formatWib(opened.session.until), token: opened.token };
  }

  @Post('use-reset-code')
  @HttpCode(204)
  @ApiOperation({ operationId: 'identity.use-reset-code', summary: 'Sets a new passphrase with a one-time code; all sessions of the account end.' })
  @ApiBody({ type: UseResetCodeBody })
  @ApiResponse({ status: 204, description: 'Set. Sign in with it.' })
  async useResetCode(@Req() request: FastifyRequest): Promise<void> {
    this.#refuseForged(request);
    const { login, code, next } = parseBody(UseResetCodeBody, request.body, languageOf(request.headers['accept-language']));
    await this.#identity.signIn.useResetCode({ login, code, next, address: request.ip });
  }

  /** Another site must not sign a person in under someone else's account either. */
  #refuseForged(request: FastifyRequest): void {
    if (!isSameOrigin(request, this.#options.origins ?? [])) throw problem('forged-request');
  }
}
