import { EventStoreUnavailable } from '../errors.ts';
import { Reader } from './reader.ts';
import { startThread } from './thread.ts';

describe('a reader for whom as many reads wait as may', () => {
  // None may: so it is asked for nothing, and starts no thread.
  const reader = new Reader(startThread, { file: '/nowhere', batchEvents: 1, batchBytes: 1, scanEvents: 1 }, 1, 0);
  afterAll(() => reader.close());

  it('refuses another one', () => expect(reader.receipt('command')).rejects.toThrow(EventStoreUnavailable));
});
