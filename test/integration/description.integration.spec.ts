import { openKemelak, post, type Kemelak, type Person } from './support/kemelak.ts';

/* What the API says of itself is what this server does, whatever it is set to. */

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly maximum?: number };
}

let kemelak: Kemelak;
let guard: Person;
const largest = 60;

beforeAll(async () => {
  kemelak = await openKemelak({ settings: { SAKSI_PAGE_LIMIT: String(largest) } });
  guard = await kemelak.person('guard', 'guard', { post });
});
afterAll(() => kemelak.close());

it('says how many entries a page may have: as many as this server gives', async () => {
  const { body } = await kemelak.ask({ to: '/api/openapi.json' });
  const paths = body['paths'] as Readonly<Record<string, { readonly get?: { readonly parameters?: readonly Parameter[] } }>>;
  const limits = new Map(
    Object.entries(paths).flatMap(([path, { get }]) =>
      (get?.parameters ?? []).filter(({ name }) => name === 'limit').map(({ schema }) => [path, schema.maximum]),
    ),
  );
  expect(limits.get('/api/access/visits')).toBe(largest);
  // A query may have a limit of its own.
  expect(limits.size).toBeGreaterThan(10);
  expect([...limits.values()]).not.toContain(undefined);

  const visits = (limit: number) => kemelak.ask({ to: `/api/access/visits?post=${post}&limit=${limit}`, as: guard, language: 'en' });
  expect((await visits(largest)).status).toBe(200);
  expect(await visits(largest + 1)).toMatchObject({ status: 400, body: { errors: [{ path: 'limit', message: `It must be at most ${largest}.` }] } });
});
