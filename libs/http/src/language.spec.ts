import { languageOf, say } from './language.ts';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'id'],
    ['', 'id'],
    ['*', 'id'],
    ['de-DE, fr', 'id'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['id-ID,en;q=0.8', 'id'],
    ['en-US,en;q=0.9,id;q=0.8', 'en'],
    ['en;q=0.3, id;q=0.7', 'id'],
    ['en;q=0', 'id'],
    ['id;q=0.5, en;q=0.5', 'id'],
  ])('asked for "%s" is %s', (asked, language) => expect(languageOf(asked)).toBe(language));

  it('is not looked for without end', () => expect(languageOf(`${'x,'.repeat(5_000)}en`)).toBe('id'));
});

describe('a sentence', () => {
  const sentence = { id: 'Salah satu dari {values}, paling banyak {max}.', en: 'One of {values}, at most {max}.' };
  it('names its details', () => expect(say(sentence, 'en', { values: ['a', 'b'], max: 2 })).toBe('One of a, b, at most 2.'));
  it('keeps the place of a detail that is missing', () => expect(say(sentence, 'id', { max: null })).toBe('Salah satu dari {values}, paling banyak {max}.'));
  it('takes details as they are, places in them too', () => expect(say(sentence, 'en', { values: ['{max}'], max: 2 })).toBe('One of {max}, at most 2.'));
});
