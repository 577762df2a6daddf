import 'reflect-metadata';
import { formatWib } from '#kernel';
import { builderFor, projecting, type TablesOf } from '#read-models';
import { personalDataRead, readLog, readLogId } from '../domain/read-log.ts';
import {
  erasureOrdered,
  erasureRefused,
  erasureRequested,
  legalHoldPlaced,
  legalHoldReleased,
  subject,
  subjectErased,
  type SubjectEvent,
} from '../domain/subject.ts';
import { erasures } from '../features/erasures/erasures.ts';
import { reads } from '../features/reads/reads.ts';
import { executeErasures } from '../processes/execute-erasures.ts';
import { hold, person, post } from '../testing/subjects.ts';
import { reads as readsView } from './reads.projection.ts';
import { subjects } from './subjects.projection.ts';

const user = '018c2207-0000-7000-8000-0000000000a1';
const start = Date.UTC(2023, 10, 30, 19);
const minute = 60_000;
const tell = (fact: SubjectEvent, minutes: number, of = person) => ({
  stream: subject.at(of).name,
  fact,
  effectiveAt: start + minutes * minute,
  actor: { user, role: 'admin' } as const,
});
const circumstances = { actor: { user, role: 'admin' }, now: start + 100 * minute } as const;

const requested = erasureRequested({ ground: 'own-request', post });
const ordered = erasureOrdered({ ground: 'own-request' });

const found = (...facts: Parameters<ReturnType<typeof projecting>['given']>[0]) => projecting(subjects).given(facts).find(erasures, {}, circumstances);
const due = (...facts: Parameters<ReturnType<typeof projecting>['given']>[0]) =>
  projecting(subjects)
    .given(facts)
    .ask(executeErasures.due({ now: start + 100 * minute, since: start }));

describe('erasures', () => {
  const asked = { subject: person, ground: 'own-request', post, requested: formatWib(start), requestedBy: user, refusal: null, holds: 0 };

  it.each([
    ['requested', [requested], { decided: null }],
    ['ordered', [requested, ordered], { decided: formatWib(start + minute) }],
    ['erased', [requested, ordered, subjectErased({ ground: 'own-request' })], { decided: formatWib(start + 2 * minute) }],
    ['refused', [requested, erasureRefused({ reason: 'still-needed' })], { decided: formatWib(start + minute), refusal: 'still-needed' }],
  ] as const)('are shown as %s', async (status, facts, more) =>
    expect(await found(...facts.map((fact, n) => tell(fact, n)))).toEqual([{ ...asked, status, ...more }]),
  );

  it('begin anew when it is requested after a refusal', async () =>
    expect(await found(tell(requested, -2), tell(erasureRefused({ reason: 'still-needed' }), -1), tell(requested, 0))).toEqual([
      { ...asked, status: 'requested', decided: null },
    ]));

  it('show how many holds stand', async () => {
    const held = (id: string) => legalHoldPlaced({ hold: id, reason: 'audit' });
    expect(await found(tell(requested, 0), tell(held(hold), 1), tell(held(post), 2), tell(legalHoldReleased({ hold }), 3))).toMatchObject([{ holds: 1 }]);
  });
});

describe('the erasures to be carried out', () => {
  it('are those that are ordered and not yet done', async () => {
    expect(await due(tell(requested, 0))).toEqual([]);
    expect(await due(tell(requested, 0), tell(ordered, 1), tell(requested, 0, post))).toMatchObject([{ subject: person }]);
    expect(await due(tell(requested, 0), tell(ordered, 1), tell(subjectErased({ ground: 'own-request' }), 2))).toEqual([]);
    expect(await due(tell(requested, 0), tell(ordered, 1), tell(erasureRefused({ reason: 'under-legal-hold' }), 2))).toEqual([]);
  });
});

describe('reads', () => {
  const read = { reader: user, role: 'guard', post, view: 'access.who-is-inside', minute: start, times: 2, subjects: [person, hold] };
  const facts = [read, { ...read, minute: start + minute, subjects: [hold] }].map((data) => ({
    stream: readLog.at(readLogId(user, start)).name,
    fact: personalDataRead(data),
    effectiveAt: start,
  }));
  const ask = (more: object) =>
    projecting(readsView)
      .given(facts)
      .find(reads, { from: start, to: start + 10 * minute, ...more }, circumstances);

  it('are found by time, by reader and by who was seen', async () => {
    expect(await ask({})).toHaveLength(2);
    expect(await ask({ to: start + minute })).toEqual([{ ...read, minute: formatWib(start) }]);
    expect(await ask({ subject: person })).toEqual([{ ...read, minute: formatWib(start) }]);
    expect(await ask({ subject: post })).toEqual([]);
    expect(await ask({ reader: hold })).toEqual([]);
  });
});

it('names its tables for whoever asks beside the queries', async () =>
  expect(
    await projecting(subjects)
      .given([tell(legalHoldPlaced({ hold, reason: 'audit' }), 0)])
      .ask(builderFor<TablesOf<typeof subjects>>().selectFrom('hold').select(['hold', 'released'])),
  ).toEqual([{ hold, released: null }]));
