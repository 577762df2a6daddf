import { z } from 'zod';
import { accountIdOf, createFirstAdmin, grantRole, openAccount } from '#identity';
import { roles, uuidv7 } from '#kernel';
import { CannotBeDone, operation } from './operation.ts';

/** Opens an account with a role and a passphrase. The first one is usually an admin. */
export const userCreate = operation({
  name: 'user.create',
  args: z.object({
    login: z.string(),
    passphrase: z.string(),
    role: z.enum(roles).default('admin'),
    post: z.uuid().optional(),
    area: z.string().optional(),
    stations: z.array(z.string()).optional(),
    everywhere: z.boolean().optional(),
  }),
  run: async ({ recorder, identity, clock }, { login, passphrase, role, post, area, stations, everywhere }, { user }) => {
    const place = { ...(post !== undefined && { post }), ...(area !== undefined && { area }), ...(stations && { stations }), ...(everywhere && { everywhere }) };
    const named = Object.keys(place).length;
    if (role === 'admin' && named === 0) return { account: await createFirstAdmin({ login, passphrase, by: user }, { recorder, signIn: identity.signIn, clock }), role };
    if (named !== 1) throw new CannotBeDone('Say where the role is held: one of --post, --area, --station, --everywhere.');
    identity.signIn.judgePassphrase(login, passphrase);
    const account = accountIdOf(login);
    const telling = () => ({ commandId: uuidv7(clock.now()), principal: { kind: 'system', user }, voice: 'asked' }) as const;
    await recorder.record(openAccount, { login }, telling());
    await recorder.record(grantRole, { account, grant: uuidv7(clock.now()), role, from: clock.now(), ...place }, telling());
    await identity.signIn.setPassphrase(account, login, passphrase, 'first');
    return { account, role };
  },
});
