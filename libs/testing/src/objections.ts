import { say } from '#http';
import type { Circumstances, CommandSlice, Details, ObjectionCatalogue } from '#kernel';
import { someCommand, someUser } from './decide.ts';
import { nightAtKemelak } from './night.ts';

export interface ObjectionsOfContext<Code extends string> {
  readonly context: string;
  readonly catalogue: ObjectionCatalogue<Code>;
  readonly commands: readonly CommandSlice[];
  /** For each code whose sentence has places: what a slice says about it; of what it only notices, the event instead of the command. */
  readonly raised: Readonly<Partial<Record<NoInfer<Code>, readonly [command: object, known: object]>>>;
}

const placeholders = (sentence: string): readonly string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

const circumstances: Circumstances = {
  commandId: someCommand,
  actor: { user: someUser, role: 'guard' },
  effectiveAt: nightAtKemelak,
  recordedAt: nightAtKemelak,
};

/** Registers the tests that hold for every context's catalogue of objections. */
export function describeObjections<Code extends string>({ context, catalogue, commands, raised }: ObjectionsOfContext<Code>): void {
  const codes = Object.keys(catalogue) as Code[];
  const sentences = codes.map((code) => [code, catalogue[code]] as const);

  const detailsOf = (code: Code): Details => {
    const [command, known] = raised[code] ?? [{}, {}];
    const objecting = commands.find(({ objections }) => code in objections);
    const noticing = commands.find(({ notices }) => code in notices);
    const details = objecting ? objecting.objections[code]?.(command, known, circumstances) : noticing?.notices[code]?.(command);
    if (typeof details !== 'object') throw new Error(`${code} was to be raised with details.`);
    return details;
  };

  describe(`${context}'s objections`, () => {
    it('are each raised by a slice, and each that a slice raises has its sentences', () =>
      expect(codes.toSorted()).toEqual([...new Set(commands.flatMap(({ objections, notices }) => Object.keys({ ...objections, ...notices })))].sort()));

    it('are listed by name', () => expect(codes).toEqual(codes.toSorted()));

    it.each(sentences)('%s is a whole sentence, with the same places in both languages', (_, { id, en }) => {
      expect(placeholders(id)).toEqual(placeholders(en));
      for (const sentence of [id, en]) expect(sentence).toMatch(/^[\p{Lu}{].*[.]$/u);
    });

    it('says of every code that has places how it is raised', () =>
      expect(Object.keys(raised)).toEqual(sentences.filter(([, { id }]) => placeholders(id).length > 0).map(([code]) => code)));

    it.each(Object.keys(raised) as Code[])('%s leaves no place empty', (code) => {
      const details = detailsOf(code);
      for (const language of ['id', 'en'] as const) expect(say(catalogue[code], language, details)).not.toContain('{');
    });
  });
}
