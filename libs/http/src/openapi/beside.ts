import type { OpenAPIObject } from '@nestjs/swagger';
import type { ProblemCode } from '../problem/catalogue.ts';
import { languageHeader } from './headers.ts';
import { problemResponses } from './responses.ts';

const everywhere: readonly ProblemCode[] = ['malformed-request', 'too-slow', 'headers-too-large', 'too-many-requests', 'unexpected', 'stopping'];
const ofStreams: readonly ProblemCode[] = ['invalid-envelope', 'unauthenticated', 'too-many-streams'];

const ofFiles: readonly ProblemCode[] = ['unauthenticated', 'not-found', 'body-too-large', 'unsupported-media-type', 'unavailable'];
const importExample =
  '{"progress":{"done":256,"total":728}}\n{"rejected":{"line":8,"column":"dpt","value":"dua ratus","reason":"It must be a whole number without points or commas."}}\n';

const position = { type: 'string', pattern: '^\\d{1,18}$' } as const;
const example =
  'id: 4711\nevent: changed\ndata: {"context":"access","projection":"presence","keys":["018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11"],"position":"4711"}\n\n';

const status = (word: string, checks: Readonly<Record<string, string>>) => ({
  description: word === 'ready' ? 'It can do its work.' : 'It cannot: `checks` says what stands in the way.',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['status', 'checks'],
        properties: {
          status: { type: 'string', enum: [word] },
          checks: { type: 'object', additionalProperties: { type: 'string' }, description: '`ready` or a sentence, by name' },
        },
      },
      example: { status: word, checks },
    },
  },
});

/** What is served beside the slices: the stream of changes, and what whoever operates Saksi asks. */
export const besideTheSlices = {
  '/api/events': {
    get: {
      operationId: 'changes.follow',
      tags: ['changes'],
      summary: 'Which rows of which projections changed, as server-sent events: what to ask again, never what they say.',
      description: 'Only what this session may read at that moment. A stream that was lost goes on behind `Last-Event-ID`; with neither it begins now.',
      parameters: [
        { name: 'after', in: 'query', required: false, description: 'Position (Saksi-Position) of the page that is shown', schema: position },
        { name: 'Last-Event-ID', in: 'header', required: false, description: 'Where the lost stream was; browsers send it', schema: position },
        languageHeader,
      ],
      responses: {
        200: {
          description: 'One `changed` event for each row; its id is the position. A comment at every heartbeat.',
          content: { 'text/event-stream': { schema: { type: 'string' }, example } },
        },
        ...problemResponses([...everywhere, ...ofStreams], []),
      },
    },
  },
  '/api/imports/{kind}': {
    post: {
      operationId: 'imports.import-file',
      tags: ['imports'],
      summary: 'A list as a file, CSV or XLSX: each row is recorded for itself, and every rejected one is told with line, column, value and reason.',
      description:
        'Answered line by line while the file is read: `progress`, `rejected` rows (the first thousand), at last one `result`, or a `refused` file, or a `problem`. The `result` holds the rejected rows as a file, in base64.',
      parameters: [
        {
          name: 'kind',
          in: 'path',
          required: true,
          description: 'What it is a list of',
          schema: { type: 'string', enum: ['stations', 'boxes', 'requirements'] },
        },
        {
          name: 'dryRun',
          in: 'query',
          required: false,
          description: 'Records nothing, only says what was understood',
          schema: { type: 'string', enum: ['true', 'false'] },
        },
        languageHeader,
      ],
      requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
      responses: {
        200: {
          description: 'It was read.',
          content: { 'application/x-ndjson': { schema: { type: 'string' }, example: importExample } },
        },
        ...problemResponses([...everywhere, ...ofFiles], []),
      },
    },
  },
  '/health/live': {
    get: {
      operationId: 'health.live',
      tags: ['operating'],
      summary: 'Whether the process answers.',
      security: [],
      responses: {
        200: {
          description: 'It does.',
          content: {
            'application/json': { schema: { type: 'object', properties: { status: { type: 'string', enum: ['live'] } } }, example: { status: 'live' } },
          },
        },
        ...problemResponses(everywhere, []),
      },
    },
  },
  '/health/ready': {
    get: {
      operationId: 'health.ready',
      tags: ['operating'],
      summary: 'Whether it can do its work.',
      security: [],
      responses: {
        ...problemResponses(everywhere, []),
        200: status('ready', { server: 'ready', log: 'ready', vault: 'ready', views: 'ready' }),
        503: status('not ready', { server: 'ready', log: 'ready', vault: 'ready', views: 'access is filling (1200 of 4711).' }),
      },
    },
  },
  '/metrics': {
    get: {
      operationId: 'metrics.read',
      tags: ['operating'],
      summary: 'Figures for Prometheus; for this machine only, elsewhere the address does not exist.',
      security: [],
      responses: {
        200: { description: 'Prometheus text format.', content: { 'text/plain': { schema: { type: 'string' } } } },
        ...problemResponses([...everywhere, 'no-such-address'], []),
      },
    },
  },
} satisfies OpenAPIObject['paths'];
