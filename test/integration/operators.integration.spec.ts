import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { userCreate } from '../../apps/api/src/operations/index.ts';
import { serveOperations } from '../../apps/api/src/operations/socket.ts';
import { linesOf, socketIn } from '../../apps/api/src/operations/wire.ts';
import { openKemelak, type Kemelak } from './support/kemelak.ts';

/* What arrives over the operators' socket is held to the limits of what arrives by HTTP. */

let kemelak: Kemelak;
let operators: { close(): Promise<void> };
const largest = 4_096;

beforeAll(async () => {
  kemelak = await openKemelak({ settings: { SAKSI_BODY_LIMIT: String(largest) } });
  operators = await serveOperations(kemelak.saksi);
});
afterAll(async () => {
  await operators.close();
  await kemelak.close();
});

async function connected(): Promise<Socket> {
  const socket = createConnection(socketIn(kemelak.saksi.folder));
  await once(socket, 'connect');
  socket.on('error', () => socket.destroy());
  return socket;
}

/** The one line of its answer. */
async function answerTo(text: string): Promise<unknown> {
  const socket = await connected();
  socket.write(text);
  for await (const line of linesOf(socket)) {
    socket.destroy();
    return JSON.parse(line);
  }
  throw new Error('The server ended the connection without an answer.');
}

const create = (more: object): string =>
  `${JSON.stringify({ operation: userCreate.name, args: { login: 'admin-1', passphrase: 'tujuh ikan di sungai ogan' }, user: 'os:saksi', ...more })}\n`;

it.each([
  ['is too long', { user: `os:${'a'.repeat(98)}` }, 'user: It may have at most 100 characters.'],
  ['is empty', { user: ' ' }, 'user: It must not be empty.'],
  ['is no text', { user: 7 }, 'user: It must be text.'],
  ['holds a line break', { user: 'os:saksi\nroot' }, 'user: It holds a control character, which is not allowed.'],
  ['holds half of a character', { user: 'os:\ud800' }, 'user: It holds half of a Unicode character (a lone surrogate).'],
  ['comes with a field that nobody knows', { role: 'admin' }, 'role: This field is not known.'],
])('refuses a request whose user %s, and records nothing', async (_, more, error) => {
  const before = await kemelak.head();
  expect(await answerTo(create(more))).toEqual({ error });
  expect(await kemelak.head()).toBe(before);
});

it('refuses a request that is larger than a body may be, whether it ends or not', async () => {
  for (const end of ['\n', '']) {
    expect(await answerTo(`${'x'.repeat(largest)}${end}x`)).toMatchObject({ error: expect.stringContaining(`${largest} bytes at most`) as unknown });
  }
});

it('takes the longest user that is allowed, as the actor', async () => {
  const user = `os:${'a'.repeat(97)}`;
  const { result } = (await answerTo(create({ user }))) as { result: { account: string } };
  const [opened] = await kemelak.eventsOf(`account-${result.account}`);
  expect(opened?.metadata.actor).toMatchObject({ user });
});
