import { BadRequestException, HttpException } from '@nestjs/common';
import { ConcurrencyConflict, EventStoreUnavailable, OutcomeUnknown } from '#event-store';
import { InvalidEnvelope } from '../envelope/envelope.ts';
import { InvalidFields } from '../fields/faults.ts';
import { knowObjections } from './objections.ts';
import { problem, problemDocument } from './problem.ts';
import { problemCodes, problems, type ProblemKind } from './catalogue.ts';
import { knowError, problemOf } from './translate.ts';
import { traceOf } from './trace.ts';

describe('the catalogue of problems', () => {
  it.each(problemCodes)('%s says what happened in two languages', (code) => {
    const { title, detail, status, ofCommand }: ProblemKind = problems[code];
    expect(status).toBeGreaterThanOrEqual(400);
    for (const sentence of [title, detail]) {
      expect(sentence.id.length * sentence.en.length).toBeGreaterThan(0);
      expect(sentence.id).not.toBe(sentence.en);
    }
    for (const sentence of [detail, ofCommand ?? detail]) expect(sentence.id.endsWith('.') && sentence.en.endsWith('.')).toBe(true);
  });
});

describe('a problem', () => {
  it('is told as RFC 9457 says, with what the program needs', () =>
    expect(problemDocument(problem('unavailable', { retryAfter: 5, parameters: { queue: 7 } }), 'en', 'c1')).toEqual({
      type: 'urn:saksi:problem:unavailable',
      title: 'Cannot record now',
      status: 503,
      detail: 'The store cannot be used now. Nothing was recorded. Repeat with the same key.',
      code: 'unavailable',
      correlationId: 'c1',
      retryAfter: 5,
      parameters: { queue: 7 },
    }));

  it('says of a question neither that nothing was recorded nor anything of a key', () => {
    expect(problemDocument(problem('unavailable'), 'en', 'c', true).detail).toBe('The store cannot be used now.');
    expect(problemDocument(problem('unauthenticated'), 'id', 'c', true).detail).toBe('Masuk dahulu.');
    for (const code of problemCodes)
      for (const language of ['id', 'en'] as const)
        expect([code, problemDocument(problem(code), language, 'c', true).detail]).toEqual([
          code,
          expect.not.stringMatching(/recorded\.|dicatat\.|same key|kunci yang sama/),
        ]);
  });

  it('names its objections in the words of their context', () => {
    knowObjections({ 'spec.door-full': { id: 'Penuh: {inside} dari {capacity}.', en: 'Full: {inside} of {capacity}.' } });
    const objected = problem('objections-stand', { objections: new Map([['spec.door-full', { inside: 3, capacity: 3 }]]) });
    expect(problemDocument(objected, 'id', 'c').objections).toEqual([
      { code: 'spec.door-full', message: 'Penuh: 3 dari 3.', details: { inside: 3, capacity: 3 } },
    ]);
    expect(problemDocument(objected, 'en', 'c').objections?.[0]?.message).toBe('Full: 3 of 3.');
  });

  it('refuses one objection with two meanings', () => {
    knowObjections({ 'spec.twice': { id: 'satu', en: 'one' } });
    expect(() => knowObjections({ 'spec.twice': { id: 'dua', en: 'two' } })).toThrow('"spec.twice" is declared with two different sentences');
  });
});

describe('an error becomes a problem', () => {
  class Unfit extends Error {}
  class UnfitHere extends Unfit {}
  it.each<[string, unknown, string, number | undefined]>([
    ['InvalidFields', new InvalidFields([]), 'invalid-fields', undefined],
    ['InvalidEnvelope', new InvalidEnvelope([]), 'invalid-envelope', undefined],
    ['EventStoreUnavailable', new EventStoreUnavailable('away', { retryAfter: 9 }), 'unavailable', 9],
    ['EventStoreUnavailable of a full disk', new EventStoreUnavailable('full', { retryAfter: 9, diskFull: true }), 'disk-full', 9],
    ['OutcomeUnknown', new OutcomeUnknown('died'), 'outcome-unknown', 1],
    ['ConcurrencyConflict', new ConcurrencyConflict('visit-1', 0, 1), 'still-conflicting', 1],
    ['Nest, 400', new BadRequestException('x'), 'malformed-request', undefined],
    ['Nest, 413', new HttpException('x', 413), 'body-too-large', undefined],
    ['Nest, 418', new HttpException('x', 418), 'malformed-request', undefined],
    ['Nest, 502', new HttpException('x', 502), 'unexpected', undefined],
    ['anything else', new RangeError('x'), 'unexpected', undefined],
    ['what is no error at all', 'thrown text', 'unexpected', undefined],
  ])('%s', (_, error, code, retryAfter) => {
    expect(problemOf(error)).toMatchObject({ code });
    expect(problemOf(error).parts.retryAfter).toBe(retryAfter);
  });

  it('as another library says, subclasses too', () => {
    knowError(Unfit, () => problem('forbidden'));
    expect(problemOf(new UnfitHere()).code).toBe('forbidden');
    expect(problemOf(problem('busy')).code).toBe('busy');
  });
});

describe('what is logged of an error', () => {
  it('is where it came from, not what it says', () => {
    const trace = traceOf(new Error('Budi\n    at Rahasia', { cause: Object.assign(new TypeError('Ani'), { code: 'EACCES' }) }));
    expect(trace).toMatchObject({ name: 'Error', cause: { name: 'TypeError', code: 'EACCES' } });
    expect(JSON.stringify(trace)).toContain('problem.spec');
    expect(JSON.stringify(trace)).not.toMatch(/Budi|Rahasia|Ani/);
  });
});
