import 'reflect-metadata';
import type { CoSignature, Sealed } from '#kernel';
import { coSignedFieldsOf, fieldsOf, personalFieldsOf, replaceAt } from './inspect.ts';
import { CoSigned } from './co-signed.ts';
import { Id, Words } from './plain.ts';
import { Many, Optional } from './combined.ts';
import { Note, PersonName } from './personal.ts';
import { parseBody } from './parse.ts';

class Entry {
  @Id('The guest') guest!: string;
  @PersonName('As written on the page', { of: 'guest' }) name!: Sealed;
}

class Page {
  @Id('The page') page!: string;
  @Many(Entry, { max: 3 }) entries!: Entry[];
  @Optional(Note('What else', { concerns: ['page'] })) remark?: Sealed;
  @CoSigned('The squad leader') leader!: CoSignature;
}

class LongPage extends Page {
  @Words('Colour of the pen') pen!: string;
}

describe('what is known of a class of fields', () => {
  it('says where the personal values are, in lists too', () =>
    expect(personalFieldsOf(Page)).toEqual([
      { path: 'entries.*.name', kind: 'name', subjectField: 'guest', concerns: [] },
      { path: 'remark', kind: 'note', concerns: ['page'] },
    ]));

  it('says where a second person consents', () => expect(coSignedFieldsOf(Page)).toEqual(['leader']));

  it('includes what the class it extends declares', () => expect([...fieldsOf(LongPage).keys()]).toEqual(['page', 'entries', 'remark', 'leader', 'pen']));

  it('does not add a field to the class that is extended', () => expect(fieldsOf(Page).has('pen')).toBe(false));

  it('refuses a name about a field that is not there', () => {
    class Lost {
      @PersonName('Of nobody', { of: 'guest' }) name!: Sealed;
    }
    expect(() => parseBody(Lost, {})).toThrow('Lost.name is about "guest", which is no field of Lost.');
  });
});

describe('replacing values at a path', () => {
  it('reaches every entry, and tells where it is and what is beside it', () => {
    const seen: unknown[] = [];
    const page = { entries: [{ guest: 'a', name: 'A' }, { guest: 'b' }, { guest: 'c', name: 'C' }] };
    replaceAt(page, 'entries.*.name', (value, at, holder) => {
      seen.push([value, at, holder['guest']]);
      return 'sealed';
    });
    expect(seen).toEqual([
      ['A', 'entries.0.name', 'a'],
      ['C', 'entries.2.name', 'c'],
    ]);
    expect(page.entries).toEqual([{ guest: 'a', name: 'sealed' }, { guest: 'b' }, { guest: 'c', name: 'sealed' }]);
  });

  it('leaves what is absent absent', () => {
    const page = {};
    replaceAt(page, 'remark', () => 'sealed');
    expect(page).toEqual({});
  });
});
