import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { entryHash, parseBody, personalFieldsOf, replaceAt, signaturePayload, signedBody } from '#http';
import { commitmentOf, type CommandSlice, type Personal } from '#kernel';
import { isForPeople, knownContexts, signingOf, type Signing } from '#cqrs';
import './app.module.ts';

/* What a device signs of each command, as the server computes it. The web app's own spec reads the same file. */

interface Vector {
  readonly name: string;
  readonly signing: Signing;
  readonly entry: Omit<Parameters<typeof signaturePayload>[0], 'v' | 'name' | 'body'>;
  readonly body: object;
  readonly payload: string;
  readonly hash: string;
}
const vectors = JSON.parse(readFileSync(new URL('../../../test/vectors/signed-entries.json', import.meta.url), 'utf8')) as readonly Vector[];

const sliceNamed = (name: string): CommandSlice => {
  const found = [...knownContexts().values()].flatMap(({ commands }) => commands).find((slice) => slice.name === name);
  if (!found) throw new TypeError(`There is no command ${name}.`);
  return found;
};

/** The command with commitments in place of personal values, as `seal` makes them. */
function sealed(slice: CommandSlice, commandId: string, body: object): object {
  const command = parseBody(slice.command, body);
  for (const { path, subjectField, concerns } of personalFieldsOf(slice.command)) {
    replaceAt(command, path, (value, at, holder) => {
      const [subject = commandId] = (subjectField === undefined ? concerns : [subjectField])
        .flatMap((field) => holder[field])
        .filter((id): id is string => typeof id === 'string');
      const { salt = '', value: said } = value as Personal;
      return commitmentOf(salt, subject, `${slice.name}.${at}`, said);
    });
  }
  return command;
}

it('has vectors for personal values, lists, moments and consents', () => {
  const all = vectors.map(({ signing }) => signing);
  expect(all.some(({ consents }) => consents.length > 0)).toBe(true);
  expect(all.some(({ moments }) => moments.some((path) => path.includes('*')))).toBe(true);
  expect(all.some(({ personal }) => personal.some(({ path }) => path.includes('*')))).toBe(true);
  expect(all.some(({ personal }) => personal.some(({ subjectField }) => subjectField === undefined))).toBe(true);
});

describe.each(vectors)('$name', ({ name, signing, entry, body, payload, hash }) => {
  const slice = sliceNamed(name);
  it('is described as it is signed', () => expect(signing).toEqual(signingOf(slice)));
  it('is signed over these bytes', () => {
    const bytes = signaturePayload({ v: 1, name, ...entry, body: signedBody(slice.command, sealed(slice, entry.commandId, body)) });
    expect([Buffer.from(bytes).toString('utf8'), entryHash(bytes)]).toEqual([payload, hash]);
  });
});

it('knows the record of every command of a guard, so that what waits for it keeps its order', () => {
  const ofGuards = [...knownContexts().values()].flatMap(({ commands }) => commands).filter((slice) => isForPeople(slice) && slice.roles.includes('guard'));
  expect(ofGuards.filter((slice) => signingOf(slice).writes === undefined).map(({ name }) => name)).toEqual([]);
});
