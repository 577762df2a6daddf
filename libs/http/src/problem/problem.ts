import type { Details } from '#kernel';
import type { Language } from '../language.ts';
import type { SaidFault } from '../fields/faults.ts';
import { saidObjections, type SaidObjection } from './objections.ts';
import { problems, type ProblemCode, type ProblemKind } from './catalogue.ts';

export interface ProblemParts {
  /** What is wrong where, said in the asked language. */
  readonly errors?: (language: Language) => readonly { readonly path: string; readonly code: string; readonly message: string }[];
  /** Code → details, of what stands against the command. */
  readonly objections?: ReadonlyMap<string, Details>;
  /** Numbers and codes for programs; never a personal value. */
  readonly parameters?: Details;
  /** Seconds until a repetition makes sense. */
  readonly retryAfter?: number;
  /** Methods that the address takes. */
  readonly allow?: readonly string[];
  readonly cause?: unknown;
}

/** A request that cannot be answered as asked: thrown anywhere, answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly parts: ProblemParts;

  constructor(code: ProblemCode, parts: ProblemParts = {}) {
    super(problems[code].detail.en, parts.cause === undefined ? {} : { cause: parts.cause });
    this.code = code;
    this.status = problems[code].status;
    this.parts = parts;
  }
}

/** `throw problem('unavailable', { retryAfter: 5 })`. */
export const problem = (code: ProblemCode, parts?: ProblemParts): Problem => new Problem(code, parts);

/** A problem as it is answered. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly correlationId: string;
  readonly errors?: readonly Pick<SaidFault, 'path' | 'message'>[];
  readonly objections?: readonly SaidObjection[];
  readonly parameters?: Details;
  readonly retryAfter?: number;
}

/** `asks`: what was asked is a question, which records nothing and has no key. */
export function problemDocument(
  { code, status, parts: { errors, objections, parameters, retryAfter } }: Problem,
  language: Language,
  correlationId: string,
  asks = false,
): ProblemDocument {
  const { title, detail, ofCommand }: ProblemKind = problems[code];
  return {
    type: `urn:saksi:problem:${code}`,
    title: title[language],
    status,
    detail: ofCommand && !asks ? `${detail[language]} ${ofCommand[language]}` : detail[language],
    code,
    correlationId,
    ...(errors && { errors: errors(language) }),
    ...(objections && { objections: saidObjections(objections, language) }),
    ...(parameters && { parameters }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}
