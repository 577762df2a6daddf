import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { accountIdOf, grantRole, isAreaCode, isLogin, isStationCode, kindOfPlace, NotALogin, openAccount, placesOfRole, type Place } from '#identity';
import { roles, uuidv7 } from '#kernel';
import { CannotBeDone, operation } from './operation.ts';

const args = z.object({
  login: z.string(),
  passphrase: z.string(),
  role: z.enum(roles).default('admin'),
  post: z.uuid('must be the id of a post, a UUID').optional(),
  area: z.string().refine(isAreaCode, 'must be the code of a province (2 digits), regency (4), district (6) or village (10)').optional(),
  stations: z.array(z.string().refine(isStationCode, 'must be the code of a station, such as 1601141011-007')).optional(),
  everywhere: z.boolean().optional(),
});

/**
 * Opens an account with a role and a passphrase; the first one is usually an admin. Whatever can be refused is refused
 * before anything is recorded, and an account that a crash left without a passphrase is finished by the same command.
 */
export const userCreate = operation({
  name: 'user.create',
  args,
  run: async ({ recorder, identity, clock }, { login, passphrase, role, ...where }, { user }) => {
    const place = placeOf(role, where);
    if (!isLogin(login)) throw new NotALogin();
    identity.signIn.judgePassphrase(login, passphrase);
    const account = accountIdOf(login);
    const telling = () => ({ commandId: uuidv7(clock.now()), principal: { kind: 'system', user }, voice: 'asked' }) as const;
    const known = await identity.loadAccount(account);
    const unfinished = known.status === 'open' && !known.hasPassphrase && known.codes.length === 0;
    if (!unfinished) await recorder.record(openAccount, { login }, telling());
    const granted = known.status === 'open' && known.grants.some((held) => held.role === role && !held.ended && isDeepStrictEqual(held.place, place));
    const asFields = place === 'everywhere' ? { everywhere: true } : { ...place, ...('stations' in place && { stations: [...place.stations] }) };
    if (!granted) await recorder.record(grantRole, { account, grant: uuidv7(clock.now()), role, from: clock.now(), ...asFields }, telling());
    await identity.signIn.setPassphrase(account, login, passphrase, 'first');
    return { account, role };
  },
});

function placeOf(
  role: keyof typeof placesOfRole,
  { post, area, stations, everywhere }: Pick<z.infer<typeof args>, 'post' | 'area' | 'stations' | 'everywhere'>,
): Place {
  const named: Place[] = [];
  if (post !== undefined) named.push({ post });
  if (area !== undefined) named.push({ area });
  if (stations !== undefined) named.push({ stations });
  if (everywhere === true || (role === 'admin' && named.length === 0)) named.push('everywhere');
  const [place] = named;
  const options = placesOfRole[role].map((kind) => `--${kind === 'stations' ? 'station' : kind}`).join(' or ');
  if (place === undefined || named.length !== 1 || !placesOfRole[role].includes(kindOfPlace(place)))
    throw new CannotBeDone(`Say where the role is held: a ${role} takes one of ${options}.`);
  return place;
}
