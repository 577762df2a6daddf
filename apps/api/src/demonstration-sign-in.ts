import type { FastifyInstance } from 'fastify';
import { problem } from '#http';
import { accountIdOf, giveBrowserSession, isSameOrigin } from '#identity';
import { roles } from '#kernel';
import { isSecure } from './app.module.ts';
import type { Saksi } from './parts.ts';

/**
 * Whoever looks at a demonstration picks whom to be, without a passphrase: everything in it was invented. Its accounts
 * are called as their roles. No other log has these addresses.
 */
export function serveDemonstrationSignIn(instance: FastifyInstance, { identity, clock, configuration }: Saksi): void {
  const options = { secure: isSecure(configuration), clock };
  const isOpen = async (login: string): Promise<boolean> => (await identity.loadAccount(accountIdOf(login))).status === 'open';

  instance.get('/api/demonstration', async () => {
    const open = await Promise.all(roles.map(isOpen));
    return { accounts: roles.filter((_, index) => open[index]) };
  });

  instance.post('/api/demonstration/sign-in', async (request, reply) => {
    if (!isSameOrigin(request, [])) throw problem('forged-request');
    const login = roles.find((role) => role === (request.body as { readonly login?: unknown } | null)?.login);
    if (login === undefined || !(await isOpen(login))) throw problem('not-found');
    return giveBrowserSession(reply, await identity.sessions.open(accountIdOf(login), 'browser'), options);
  });
}
