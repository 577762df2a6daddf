import { isForPeople, knownContexts } from '#cqrs';
import { everythingPrinted } from '#paper';
import type { Answer } from './support/ask.ts';
import { exampleOf, queryOf } from './support/examples.ts';
import { named, openKemelak, type Kemelak, type Person } from './support/kemelak.ts';
import { wrongBodiesOf } from './support/wrong-values.ts';

/*
 * Every operation is told everything that a field of its can be told wrongly, one thing at a time: each is refused with
 * its path and code, what is not known in both languages, and nothing is written. An operation that is added is tried without anyone
 * thinking of it. Headers, people, places and states: bad-input.integration.spec.ts.
 */

let kemelak: Kemelak;
let admin: Person;

beforeAll(async () => {
  kemelak = await openKemelak();
  admin = await kemelak.person('admin of everything', 'admin', 'everywhere');
});
afterAll(() => kemelak.close());

const address = (name: string): string => `/api/${name.replace('.', '/')}`;
const contexts = [...knownContexts().values()];
const commands = contexts.flatMap(({ commands }) => commands.filter(isForPeople));
const questions = [
  ...contexts.flatMap(({ queries }) => queries.map((slice) => ({ name: slice.name, type: slice.query }))),
  ...everythingPrinted().map(({ name, of }) => ({ name, type: of.query })),
];

let keys = 0;
const freshKey = () => ({ 'idempotency-key': named(`wrong ${(keys += 1)}`) });

/** Path, code and sentence of each fault. */
const faultsOf = ({ body }: Answer): readonly (readonly [path: unknown, code: unknown, message: unknown])[] =>
  (Array.isArray(body['errors']) ? (body['errors'] as Readonly<Record<string, unknown>>[]) : []).map(({ path, code, message }) => [path, code, message]);

const isSentence = (text: unknown): boolean => typeof text === 'string' && /^\p{Lu}[^{}]*[.:}\w]/u.test(text);

type Faults = readonly (readonly [path: string, code: string])[];
type Ask = (language: 'id' | 'en') => Promise<Answer>;

/** Resolves to the sentences. */
async function expectFaults(ask: Ask, faults: Faults, language: 'id' | 'en' = 'id'): Promise<readonly unknown[]> {
  const answer = await ask(language);
  expect({ status: answer.status, code: answer.body['code'], faults: faultsOf(answer).map(([path, code]) => [path, code]) }).toEqual({
    status: 400,
    code: 'invalid-fields',
    faults,
  });
  return faultsOf(answer).map(([, , said]) => said);
}

async function expectInBothLanguages(ask: Ask, faults: Faults): Promise<void> {
  const [inIndonesian, inEnglish] = [await expectFaults(ask, faults, 'id'), await expectFaults(ask, faults, 'en')];
  for (const [index, said] of inIndonesian.entries())
    expect([isSentence(said), isSentence(inEnglish[index]), said === inEnglish[index]]).toEqual([true, true, false]);
}

it('there are commands and questions', () => expect([commands.length > 60, questions.length > 40]).toEqual([true, true]));

it.each(commands.map((slice) => [slice.name, slice] as const))('%s refuses each field that is wrong, and writes nothing', async (name, { command }) => {
  const whole = exampleOf(command, {}, named('something'));
  const before = await kemelak.head();
  for (const [index, { body, faults }] of wrongBodiesOf(command, whole).entries())
    await (index === 0 ? expectInBothLanguages : expectFaults)(
      (language) => kemelak.ask({ to: address(name), as: admin, body, headers: freshKey(), language }),
      faults,
    );
  expect(await kemelak.head()).toBe(before);
});

it.each(questions.map(({ name, type }) => [name, type] as const))('%s refuses each parameter that is wrong', async (name, type) => {
  const whole = exampleOf(type, {}, named('something'));
  const texts = wrongBodiesOf(type, whole).filter(({ body }) => Object.values(body).every((value) => ['string', 'boolean', 'number'].includes(typeof value)));
  expect(texts.length).toBeGreaterThan(0);
  for (const { body, faults } of texts) {
    // In an address everything is text: what is said once is a list of one, a number is words, half a character becomes a whole one.
    if (faults.some(([, code]) => code === 'not-a-list' || code === 'not-text' || code === 'lone-surrogate')) continue;
    await expectFaults((language) => kemelak.ask({ to: `${address(name)}?${queryOf({ ...body })}`, as: admin, language }), faults);
  }
});

describe('every address of the API', () => {
  interface Described {
    readonly requestBody?: { readonly content: Readonly<Record<string, object>> };
  }
  /** Probes add parameters of their own; a stream and the files of a page are no questions. */
  const free = /^\/(health|metrics)/;

  const described = async (): Promise<readonly (readonly [method: 'GET' | 'POST', path: string, Described])[]> => {
    const { body } = await kemelak.ask({ to: '/api/openapi.json' });
    return Object.entries(body['paths'] as Readonly<Record<string, Readonly<Record<string, Described>>>>)
      .filter(([path]) => !free.test(path))
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => [method.toUpperCase() as 'GET', path.replace('{kind}', 'stations'), operation] as const),
      );
  };

  it('refuses a parameter that it does not take', async () => {
    const before = await kemelak.head();
    const found = [];
    for (const [method, path, { requestBody }] of await described()) {
      const type = Object.keys(requestBody?.content ?? {})[0];
      const body = method === 'POST' ? (type === 'application/octet-stream' ? Buffer.from('a,b\n') : {}) : undefined;
      const headers = { ...freshKey(), ...(type && { 'content-type': type }) };
      const answer = await kemelak.ask({ method, to: `${path}?colour=red`, as: admin, headers, ...(body && { body }) });
      found.push([path, answer.status, faultsOf(answer).some(([at, code]) => at === 'colour' && code === 'unknown-field')]);
    }
    expect(found.length).toBeGreaterThan(130);
    expect(found.filter(([, status, isSaid]) => status !== 400 || isSaid !== true)).toEqual([]);
    expect(await kemelak.head()).toBe(before);
  });

  it('refuses a field that it does not know', async () => {
    const found = [];
    for (const [method, path, { requestBody }] of await described()) {
      if (method !== 'POST' || !requestBody || !('application/json' in requestBody.content)) continue;
      const answer = await kemelak.ask({ method, to: path, as: admin, headers: freshKey(), body: { colour: 'red' } });
      found.push([path, answer.status, faultsOf(answer).some(([at, code]) => at === 'colour' && code === 'unknown-field')]);
    }
    expect(found.length).toBeGreaterThan(70);
    expect(found.filter(([, status, isSaid]) => status !== 400 || isSaid !== true)).toEqual([]);
  });
});

it('an import is not begun by a parameter that was mistyped, nor under a key that is none', async () => {
  const sends = async (to: string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await kemelak.ask({ to, as: admin, body: Buffer.from('kode_desa\n'), headers: { 'content-type': 'application/octet-stream', ...headers } });
    return [answer.status, ...faultsOf(answer).map(([path, code]) => `${String(path)} ${String(code)}`)];
  };
  expect(await sends('/api/imports/stations?dryrun=true')).toEqual([400, 'dryrun unknown-field']);
  expect(await sends('/api/imports/stations?dryRun=yes')).toEqual([400, 'dryRun not-a-flag']);
  expect(await sends('/api/imports/stations', { 'idempotency-key': 'seven' })).toEqual([400, 'Idempotency-Key not-a-uuid']);
});
