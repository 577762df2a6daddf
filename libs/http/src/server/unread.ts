import { STATUS_CODES } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ProblemCode } from '../problem/catalogue.ts';
import { problem, problemDocument } from '../problem/problem.ts';

/** What node:http says when it cannot make a request of what arrives. */
export interface ConnectionError extends Error {
  readonly code?: string;
}

const ofCode: Readonly<Record<string, ProblemCode>> = { HPE_HEADER_OVERFLOW: 'headers-too-large', ERR_HTTP_REQUEST_TIMEOUT: 'too-slow' };

/** Answers what never became a request, in Indonesian, as no header was read; then ends the connection. */
export function answerConnection({ code }: ConnectionError, socket: Socket, correlationId: string): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const found = problem(ofCode[code ?? ''] ?? 'malformed-request');
  const body = JSON.stringify(problemDocument(found, 'id', correlationId));
  const head = [
    `HTTP/1.1 ${found.status} ${STATUS_CODES[found.status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    'Content-Language: id',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Saksi-Correlation-Id: ${correlationId}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Answers a request that expects what no server of ours does (`Expect:`): node would say 417 without a word. */
export function answerExpectation(response: Pick<ServerResponse, 'writeHead' | 'end'>, correlationId: string): void {
  const found = problem('malformed-request');
  const body = JSON.stringify(problemDocument(found, 'id', correlationId));
  response.writeHead(found.status, {
    'Content-Length': Buffer.byteLength(body),
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': 'id',
    'Saksi-Correlation-Id': correlationId,
    Connection: 'close',
  });
  response.end(body);
}
