import { unfitness } from './fitness.ts';

const place = { where: 'db.local:5432', database: 'saksi', user: 'saksi' };
const found = { version: 150_004, encoding: 'UTF8', standby: false };

it.each([
  ['is too old', { version: 130_012 }, 'PostgreSQL at db.local:5432 has version 13, and Saksi needs 14 or newer. Upgrade the server.'],
  ['cannot hold every name', { encoding: 'LATIN1' }, 'The database "saksi" at db.local:5432 has the encoding LATIN1. Make one with: createdb --encoding=UTF8'],
  ['only reads', { standby: true }, 'PostgreSQL at db.local:5432 only reads: it is a standby. Let SAKSI_VAULT_URL name the primary.'],
  ['is fit', {}, undefined],
])('a server that %s', (_, more, sentence) => expect(unfitness({ ...found, ...more }, place)).toBe(sentence));
