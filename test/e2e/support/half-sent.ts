import { connect, type Socket } from 'node:net';

/** A request of which the server has read the headers, and waits for the body. */
export interface HalfSent {
  /** Sends the rest; resolves to the answer's status line and body, as they came. */
  finish(): Promise<string>;
  /** Resolves when the server ends the connection. */
  readonly ended: Promise<void>;
}

/** Sends a command's headers and waits until the server asks for its body: from then on, the command is under way. */
export async function sendHalf(url: string, path: string, headers: Readonly<Record<string, string>>, body: object): Promise<HalfSent> {
  const { hostname, port } = new URL(url);
  const bytes = Buffer.from(JSON.stringify(body));
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => (text += chunk));
  socket.on('error', () => undefined);
  const ended = new Promise<void>((done) => socket.once('close', () => done()));
  const all = { host: `${hostname}:${port}`, 'content-type': 'application/json', 'content-length': String(bytes.length), expect: '100-continue', ...headers };
  socket.write(
    `POST ${path} HTTP/1.1\r\n${Object.entries(all)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`,
  );
  await arrived(
    socket,
    () => text.includes('100 Continue\r\n\r\n'),
    () => text,
  );
  return {
    ended,
    finish: async () => {
      const before = text.length;
      socket.write(bytes);
      await Promise.race([
        ended,
        arrived(
          socket,
          () => /\}$/.test(text.slice(before)),
          () => text,
        ),
      ]);
      return text.slice(before);
    },
  };
}

function arrived(socket: Socket, holds: () => boolean, text: () => string): Promise<void> {
  return new Promise((done, fail) => {
    const look = (): void => {
      if (!holds()) return;
      socket.off('data', look);
      socket.off('close', gone);
      done();
    };
    const gone = (): void => (holds() ? done() : fail(new Error(`The connection ended early:\n${text()}`)));
    socket.on('data', look);
    socket.once('close', gone);
    look();
  });
}
