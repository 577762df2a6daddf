import { jest } from '@jest/globals';
import { searchingContract } from './contract/searching.ts';
import { VaultFixture } from './testing/fixture.ts';

// Workers start slowly on a busy machine; how long they take decides nothing.
jest.setTimeout(60_000);

describe('a vault in a file', () => searchingContract(async () => new VaultFixture()));
