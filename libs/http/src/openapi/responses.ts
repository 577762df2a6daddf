import { InvalidEnvelope } from '../envelope/envelope.ts';
import { InvalidFields } from '../fields/faults.ts';
import { problemCodes, problems, type ProblemCode } from '../problem/catalogue.ts';
import { objectionSentence } from '../problem/objections.ts';
import { problem, problemDocument, type Problem } from '../problem/problem.ts';
import { problemOf } from '../problem/translate.ts';

const correlationId = '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11';

/** The shape of every problem (RFC 9457). */
export const problemSchema = {
  type: 'object',
  description: 'What went wrong, in Indonesian or, with `Accept-Language: en`, in English (RFC 9457).',
  required: ['type', 'title', 'status', 'detail', 'code', 'correlationId'],
  properties: {
    type: { type: 'string', format: 'uri', example: 'urn:saksi:problem:objections-stand' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened, what was kept, what to do next' },
    code: { type: 'string', enum: Object.keys(problems) },
    correlationId: { type: 'string', format: 'uuid', description: 'Names this request in the log' },
    errors: {
      type: 'array',
      description: 'Which fields or headers are wrong',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string', example: 'entries.3.badge' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    objections: {
      type: 'array',
      description: 'What stands against the command',
      items: {
        type: 'object',
        required: ['code', 'message', 'details'],
        properties: { code: { type: 'string' }, message: { type: 'string' }, details: { type: 'object', additionalProperties: true } },
      },
    },
    parameters: { type: 'object', additionalProperties: true },
    retryAfter: { type: 'integer', description: 'Seconds' },
  },
};

export interface DescribedResponse {
  readonly description: string;
  readonly headers?: Readonly<Record<string, object>>;
  readonly content: Readonly<Record<'application/problem+json', object>>;
}

/** By status, every problem with an example, see `problemExamples`; each of the operation's objections has one of its own. */
export function problemResponses(codes: readonly ProblemCode[], objections: readonly string[]): Readonly<Record<string, DescribedResponse>> {
  const byStatus = Map.groupBy(codes, (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus].sort(([one], [other]) => one - other).map(([status, ofStatus]) => [String(status), described(status, ofStatus, objections)]),
  );
}

function described(status: number, codes: readonly ProblemCode[], objections: readonly string[]): DescribedResponse {
  const names = codes.flatMap((code) => (code === 'objections-stand' ? objections : [code]));
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].detail.en}`).join('\n\n'),
    ...((status === 429 || status === 503) && {
      headers: { 'Retry-After': { description: 'Seconds until a repetition makes sense', schema: { type: 'integer' } } },
    }),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/examples/${name}` }])),
      },
    },
  };
}

/** An example of every problem, and of every objection by its code; operations refer to them. */
export function problemExamples(objections: readonly string[]): Readonly<Record<string, { readonly summary: string; readonly value: object }>> {
  const ofProblems = problemCodes.map((code) => [code, { summary: problems[code].title.en, value: shown(exampleOf(code)) }] as const);
  const ofObjections = objections.map(
    (objection) =>
      [objection, { summary: objectionSentence(objection).en, value: shown(problem('objections-stand', { objections: new Map([[objection, {}]]) })) }] as const,
  );
  return Object.fromEntries([...ofProblems, ...ofObjections]);
}

const shown = (found: Problem): object => problemDocument(found, 'en', correlationId);

function exampleOf(code: ProblemCode): Problem {
  if (code === 'invalid-fields') return problemOf(new InvalidFields([{ path: 'badge', code: 'too-long', details: { max: 12 } }]));
  if (code === 'invalid-envelope') return problemOf(new InvalidEnvelope([{ path: 'Idempotency-Key', code: 'required', details: {} }]));
  return problem(code, problems[code].status === 503 || problems[code].status === 429 ? { retryAfter: 1 } : {});
}
