import { say } from '#http';
import type { Circumstances, CommandSlice, Details } from '#kernel';
import { nightAtKemelak, someCommand, someUser } from '#testing';
import { knownContexts } from '#cqrs';
import './access.module.ts';
import { accessObjections } from './domain/access.objections.ts';
import type { AccessObjection } from './domain/access.objections.ts';

const accessCommands = knownContexts().get('access')?.commands ?? [];
const sentences = Object.entries(accessObjections);
const placeholders = (sentence: string): readonly string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

const circumstances: Circumstances = {
  commandId: someCommand,
  actor: { user: someUser, role: 'guard' },
  effectiveAt: nightAtKemelak,
  recordedAt: nightAtKemelak,
};

/** For each code whose sentence has places: what a slice says about it. */
const raised: Partial<Record<AccessObjection, readonly [command: object, known: object]>> = {
  'access.door-full': [{}, { door: { registered: { capacity: 4 }, locks: [] }, inside: 4 }],
  'access.door-name-taken': [{ code: 'G-A' }, { taken: true }],
  'access.entry-incomplete': [{ entries: [{ what: 'guest-admitted' }] }, {}],
  'access.entry-outside-page': [{ from: 10, until: 20, entries: [{ what: 'guest-left', at: 30 }] }, {}],
  'access.guests-still-inside': [{}, { inside: ['018c2207-0000-7000-8000-0000000000a1'] }],
  'access.post-already-registered': [{}, { post: { status: 'registered', name: 'Pos 1', village: '1601141011' } }],
  'access.post-name-taken': [{ name: 'Pos 1' }, { taken: true }],
};

function detailsOf(code: AccessObjection): Details {
  const [command, known] = raised[code] ?? [{}, {}];
  const slice: CommandSlice | undefined = accessCommands.find(({ objections }) => code in objections);
  const details = slice?.objections[code]?.(command, known, circumstances);
  if (typeof details !== 'object') throw new Error(`${code} was to be raised with details.`);
  return details;
}

describe("access's objections", () => {
  it('are each raised by a slice, and each that a slice raises has its sentences', () =>
    expect(Object.keys(accessObjections).sort()).toEqual([...new Set(accessCommands.flatMap(({ objections }) => Object.keys(objections)))].sort()));

  it('are listed by name', () => expect(Object.keys(accessObjections)).toEqual(Object.keys(accessObjections).toSorted()));

  it.each(sentences)('%s is a whole sentence, with the same places in both languages', (_, { id, en }) => {
    expect(placeholders(id)).toEqual(placeholders(en));
    for (const sentence of [id, en]) expect(sentence).toMatch(/^[\p{Lu}{].*[.]$/u);
  });

  it('says of every code that has places how it is raised', () =>
    expect(Object.keys(raised)).toEqual(sentences.filter(([, { id }]) => placeholders(id).length > 0).map(([code]) => code)));

  it.each(Object.keys(raised) as AccessObjection[])('%s leaves no place empty', (code) => {
    const details = detailsOf(code);
    for (const language of ['id', 'en'] as const) expect(say(accessObjections[code], language, details)).not.toContain('{');
  });
});
