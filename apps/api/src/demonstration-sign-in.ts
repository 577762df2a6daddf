import type { FastifyInstance } from 'fastify';
import { languageOf, OneOf, parseBody, problem, refuseParameters } from '#http';
import { accountIdOf, giveBrowserSession, isSameOrigin } from '#identity';
import { roles, type Role } from '#kernel';
import { isSecure } from './app.module.ts';
import type { Saksi } from './parts.ts';

class DemonstrationSignInBody {
  @OneOf('Whom to be: the accounts are called as their roles', roles) login!: Role;
}

/**
 * Whoever looks at a demonstration picks whom to be, without a passphrase: everything in it was invented. Its accounts
 * are called as their roles. No other log has these addresses.
 */
export function serveDemonstrationSignIn(instance: FastifyInstance, { identity, clock, configuration }: Saksi): void {
  const options = { secure: isSecure(configuration), clock };
  const isOpen = async (login: string): Promise<boolean> => (await identity.loadAccount(accountIdOf(login))).status === 'open';

  instance.get('/api/demonstration', async (request) => {
    refuseParameters(request.query, languageOf(request.headers['accept-language']));
    const open = await Promise.all(roles.map(isOpen));
    return { accounts: roles.filter((_, index) => open[index]) };
  });

  instance.post('/api/demonstration/sign-in', async (request, reply) => {
    if (!isSameOrigin(request, [])) throw problem('forged-request');
    const language = languageOf(request.headers['accept-language']);
    refuseParameters(request.query, language);
    const { login } = parseBody(DemonstrationSignInBody, request.body, language);
    if (!(await isOpen(login))) throw problem('not-found');
    return giveBrowserSession(reply, await identity.sessions.open(accountIdOf(login), 'browser'), options);
  });
}
