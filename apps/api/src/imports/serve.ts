import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Flag, InvalidEnvelope, languageOf, Optional, parseQuery, problem, problemAnswer, problemDocument, problemOf } from '#http';
import { sessionOf } from '#identity';
import { isUuid, uuidv7 } from '#kernel';
import type { Saksi } from '../parts.ts';
import { FileRefused } from './faults.ts';
import { importFile, type FileToImport } from './import-file.ts';
import { kindNames } from './kinds/index.ts';

/**
 * `POST /api/imports/<kind>`: a file as it is. Its answer comes while it is read, a line of JSON each: how far it is, each
 * rejected row, at last what became of it. `?dryRun=true` records nothing.
 */
export function serveImports(instance: FastifyInstance, saksi: Saksi): void {
  const { SAKSI_IMPORTS: atATime, SAKSI_IMPORT_MEGABYTES: megabytes } = saksi.configuration;
  // Each is in memory while it is read.
  let reading = 0;
  // A scope of its own: everywhere else a body is JSON.
  instance.register((scope, _, registered) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    scope.setErrorHandler((error, request, reply) => {
      const { status, headers, body } = problemAnswer(error, request, saksi.log);
      return reply.code(status).headers(headers).send(body);
    });
    scope.post<Asked>('/api/imports/:kind', { bodyLimit: megabytes * 1_048_576 }, async (request, reply) => {
      const file = fileIn(saksi, request, sessionOf(request));
      if (reading >= atATime) throw problem('unavailable', { retryAfter: 30 });
      reading++;
      try {
        await answer(saksi, file, request, reply);
      } finally {
        reading--;
      }
      return reply;
    });
    registered();
  });
}

interface Asked {
  Params: { readonly kind: string };
}

class ImportParameters {
  @Optional(Flag('Whether nothing is to be recorded')) dryRun?: boolean;
}

/** @throws Problem, InvalidEnvelope, InvalidFields: whoever mistypes `dryRun` must not record by it */
function fileIn(saksi: Saksi, request: FastifyRequest<Asked>, session: ReturnType<typeof sessionOf>): FileToImport {
  const { params, query, headers, body } = request;
  if (!session) throw problem('unauthenticated');
  const kind = kindNames.find((each) => each === params.kind);
  if (!kind) throw problem('not-found');
  const language = languageOf(headers['accept-language']);
  const { dryRun = false } = parseQuery(ImportParameters, query, language);
  const key = headers['idempotency-key'] ?? uuidv7(saksi.clock.now());
  if (typeof key !== 'string' || !isUuid(key)) throw new InvalidEnvelope([{ path: 'Idempotency-Key', code: 'not-a-uuid', details: {} }], language);
  return {
    kind,
    bytes: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    language,
    id: key,
    principal: { kind: 'person', user: session.user, session: session.id },
    dryRun,
  };
}

/** Answers line by line; whoever goes away ends it, and what was recorded stays. */
async function answer(saksi: Saksi, file: FileToImport, request: FastifyRequest<Asked>, reply: FastifyReply): Promise<void> {
  const lines = new PassThrough();
  const ending = new AbortController();
  reply.raw.once('close', () => ending.abort());
  const { signal } = ending;
  const say = async (line: object): Promise<void> => {
    if (!lines.write(`${JSON.stringify(line)}\n`) && !signal.aborted) await once(lines, 'drain', { signal }).catch(() => undefined);
  };
  reply.type('application/x-ndjson; charset=utf-8').header('Cache-Control', 'no-store');
  void reply.send(lines);
  try {
    const telling = {
      progress: ({ done, total }: Progressing) => void say({ progress: { done, total } }),
      rejected: (rejected: object) => say({ rejected }),
      signal,
    };
    const { rejectedFile, ...imported } = await importFile(saksi, file, telling);
    await say({ result: { ...imported, ...(rejectedFile && { rejectedFile: Buffer.from(rejectedFile).toString('base64') }) } });
  } catch (error) {
    if (error instanceof FileRefused) await say({ refused: error.said(file.language) });
    else await say({ problem: problemSaid(saksi, error, request, file) });
  }
  lines.end();
}

interface Progressing {
  readonly done: number;
  readonly total: number;
}

function problemSaid({ log }: Saksi, error: unknown, request: FastifyRequest<Asked>, { language }: FileToImport): object {
  const found = problemOf(error);
  if (found.code === 'unexpected') log.error({ err: error }, 'An import failed.');
  return problemDocument(found, language, request.id);
}
