import { makeDatabase, type TestDatabase } from '../../../../test/support/postgres/database.ts';
import { erasingContract } from '../contract/erasing.ts';
import { keepingContract } from '../contract/keeping.ts';
import { rotatingContract } from '../contract/rotating.ts';
import { searchingContract } from '../contract/searching.ts';
import { VaultFixture } from '../testing/fixture.ts';
import { inPostgres } from '../testing/in-postgres.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database.drop());
const make = async () => new VaultFixture(inPostgres(database));

describe('a vault in PostgreSQL: keeping', () => keepingContract(make));
describe('a vault in PostgreSQL: searching', () => searchingContract(make));
describe('a vault in PostgreSQL: erasing', () => erasingContract(make));
describe('a vault in PostgreSQL: changing the master key', () => rotatingContract(make));
