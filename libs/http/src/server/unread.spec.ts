import { connect, type AddressInfo } from 'node:net';
import { settableClock } from '#kernel';
import { createFastifyAdapter } from './adapter.ts';

const silent = { error: () => undefined, warn: () => undefined };

/** What a server answers to these bytes, until it ends the connection. */
async function answerTo(bytes: string): Promise<string> {
  const instance = createFastifyAdapter({
    log: silent,
    clock: settableClock(1_701_370_800_000),
    headersTimeout: 100,
    requestTimeout: 100,
    headerBytes: 2_000,
    connectionsChecked: 50,
  }).getInstance();
  await instance.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((instance.server.address() as AddressInfo).port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
  socket.write(bytes);
  await new Promise((resolve) => socket.once('close', resolve));
  await instance.close();
  return answer;
}

describe('what never becomes a request', () => {
  it.each([
    ['no HTTP at all', 'Budi Rahasia\r\n\r\n', 400, 'malformed-request'],
    ['headers without end', `GET / HTTP/1.1\r\nX-Long: ${'x'.repeat(4_000)}\r\n\r\n`, 431, 'headers-too-large'],
    [
      'an expectation of something else',
      'POST / HTTP/1.1\r\nHost: x\r\nExpect: 200-maybe\r\nX: Rahasia\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
      400,
      'malformed-request',
    ],
    ['a request that does not go on', 'GET / HTTP/1.1\r\nHost: x\r\n', 408, 'too-slow'],
  ])('is answered with a problem: %s', async (_, bytes, status, code) => {
    const answer = await answerTo(bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head).toContain('Content-Type: application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ code, status, type: `urn:saksi:problem:${code}` });
    expect(body).not.toContain('Rahasia');
  });
});
