import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLOCK, principalOf } from '#cqrs';
import { languageOf, parseBody, problem } from '#http';
import { formatWib, type Clock } from '#kernel';
import type { Grant } from '../domain/account.ts';
import { activeGrantsAt, endOf, postsAt } from '../domain/held.ts';
import type { Identity } from '../open-identity.ts';
import { ChangePassphraseBody, CodeAnswer, CollectCodeBody, EnrolOwnDeviceBody, type HeldRole, Me, SessionsEnded, SetPinBody } from './bodies.ts';
import { takeCookie, tokenOf } from './cookie.ts';
import { csrfOf } from './csrf.ts';
import { IDENTITY, IDENTITY_HTTP } from './injection.ts';
import type { IdentityHttpOptions } from './authenticate.ts';

interface Owner {
  readonly user: string;
  readonly id: string;
}

/** What a signed-in person does with their own account. */
@ApiTags('identity')
@Controller('api/identity')
export class OwnAccountController {
  readonly #identity: Identity;
  readonly #options: IdentityHttpOptions;
  readonly #clock: Clock;

  constructor(@Inject(IDENTITY) identity: Identity, @Inject(IDENTITY_HTTP) options: IdentityHttpOptions, @Inject(CLOCK) clock: Clock) {
    this.#identity = identity;
    this.#options = options;
    this.#clock = clock;
  }

  @Get('me')
  @ApiOperation({ operationId: 'identity.me', summary: 'Who is signed in, and what they hold now.' })
  @ApiResponse({ status: 200, type: Me })
  async me(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    const { user, id } = ownerOf(request);
    const account = await this.#identity.loadAccount(user);
    const session = this.#identity.sessions.of(user).find((each) => each.id === id);
    if (account.status !== 'open' || !session) throw problem('unauthenticated');
    reply.header('Cache-Control', 'no-store');
    const now = this.#clock.now();
    const carried = tokenOf(request);
    return {
      account: user,
      login: account.login,
      roles: activeGrantsAt(account, now).map(heldRole),
      posts: postsAt(account, now),
      hasPin: account.hasPin,
      until: formatWib(session.until),
      ...(carried?.via === 'cookie' && { csrf: csrfOf(carried.token) }),
    };
  }

  @Post('sign-out')
  @HttpCode(204)
  @ApiOperation({ operationId: 'identity.sign-out', summary: 'Ends this session.' })
  @ApiResponse({ status: 204, description: 'Ended.' })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.#identity.sessions.end(ownerOf(request).id);
    takeCookie(reply, this.#options);
  }

  @Post('sign-out-everywhere')
  @HttpCode(200)
  @ApiOperation({ operationId: 'identity.sign-out-everywhere', summary: 'Ends all sessions of this account, this one too.' })
  @ApiResponse({ status: 200, type: SessionsEnded })
  async signOutEverywhere(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionsEnded> {
    const ended = await this.#identity.sessions.endAll(ownerOf(request).user);
    takeCookie(reply, this.#options);
    return { ended };
  }

  @Post('change-passphrase')
  @HttpCode(204)
  @ApiOperation({ operationId: 'identity.change-passphrase', summary: 'Sets another passphrase; all other sessions of the account end.' })
  @ApiBody({ type: ChangePassphraseBody })
  @ApiResponse({ status: 204, description: 'Set.' })
  async changePassphrase(@Req() request: FastifyRequest): Promise<void> {
    const asked = parseBody(ChangePassphraseBody, request.body, language(request));
    await this.#identity.signIn.changePassphrase(ownerOf(request), { ...asked, address: request.ip });
  }

  @Post('set-pin')
  @HttpCode(204)
  @ApiOperation({ operationId: 'identity.set-pin', summary: 'Sets the PIN with which this person consents as a second person.' })
  @ApiBody({ type: SetPinBody })
  @ApiResponse({ status: 204, description: 'Set.' })
  async setPin(@Req() request: FastifyRequest): Promise<void> {
    const asked = parseBody(SetPinBody, request.body, language(request));
    await this.#identity.signIn.setPin(ownerOf(request), { ...asked, address: request.ip });
  }

  @Post('collect-code')
  @HttpCode(200)
  @ApiOperation({ operationId: 'identity.collect-code', summary: 'The text of a reset or enrolment code, once, for who issued it.' })
  @ApiBody({ type: CollectCodeBody })
  @ApiResponse({ status: 200, type: CodeAnswer })
  async collectCode(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<CodeAnswer> {
    const asked = parseBody(CollectCodeBody, request.body, language(request));
    const code = await this.#identity.signIn.collectCode(ownerOf(request), asked);
    if (!code) throw problem('not-found');
    reply.header('Cache-Control', 'no-store');
    return { text: code.text, until: formatWib(code.until) };
  }

  @Post('enrol-own-device')
  @HttpCode(204)
  @ApiOperation({ operationId: 'identity.enrol-own-device', summary: 'Enrols this person’s device with a one-time code.' })
  @ApiBody({ type: EnrolOwnDeviceBody })
  @ApiResponse({ status: 204, description: 'Enrolled.' })
  async enrolOwnDevice(@Req() request: FastifyRequest): Promise<void> {
    const { code, replaces, replacedSeq = 0, ...enrolled } = parseBody(EnrolOwnDeviceBody, request.body, language(request));
    const { user } = ownerOf(request);
    await this.#identity.signIn.withCode(user, 'enrolment', code, request.ip, async () => {
      // What came from it was believed when it came.
      const lastTrustedSeq = replaces === undefined ? 0 : Math.max(replacedSeq, (await this.#identity.lastSeqOf(replaces)) ?? 0);
      await this.#identity.journal.deviceEnrolled(user, {
        ...enrolled,
        ...(replaces !== undefined && { replaces }),
        ...(lastTrustedSeq > 0 && { lastTrustedSeq }),
      });
    });
  }
}

const language = (request: FastifyRequest) => languageOf(request.headers['accept-language']);

function ownerOf(request: FastifyRequest): Owner {
  const principal = principalOf(request);
  if (principal.kind !== 'person') throw problem('forbidden');
  return { user: principal.user, id: principal.session };
}

function heldRole(grant: Grant): HeldRole {
  const { role, place } = grant;
  const end = endOf(grant);
  return { role, ...(place === 'everywhere' ? { everywhere: true } : place), ...(end !== undefined && { until: formatWib(end) }) };
}
