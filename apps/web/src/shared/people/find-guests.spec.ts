import { findGuests } from './find-guests.ts';

const guests = ['Siti Rodiah Wahab', 'Marwan Effendi', 'Rodi Hartono', null, 'André Siregar'].map((name) => ({ name }));
const found = (letters: string): readonly (string | null)[] => findGuests(guests, letters).map(({ name }) => name);

describe('a known guest', () => {
  it('is found by three letters of any part of the name, first names first', () => expect(found('rod')).toEqual(['Rodi Hartono', 'Siti Rodiah Wahab']));
  it('is found by the beginnings of two names', () => expect(found('wah sit')).toEqual(['Siti Rodiah Wahab']));
  it('is found without accents and whatever the case', () => expect(found('ANDRE')).toEqual(['André Siregar']));
  it('is never somebody without a name', () => expect(found('')).toEqual(['Siti Rodiah Wahab', 'Marwan Effendi', 'Rodi Hartono', 'André Siregar']));
  it('is nobody where none fits', () => expect(found('xyz')).toEqual([]));
});
