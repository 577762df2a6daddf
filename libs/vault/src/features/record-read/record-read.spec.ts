import { formatWib } from '#kernel';
import { nightAtKemelak, someUser, specFor } from '#testing';
import { personalDataRead, readLogId } from '../../domain/read-log.ts';
import { person, post } from '../../testing/subjects.ts';
import { recordRead } from './record-read.ts';

const read = { reader: someUser, role: 'guard', post, view: 'access.who-is-inside', minute: nightAtKemelak, times: 3, subjects: [person] };
const { given } = specFor(recordRead);

describe('record-read', () => {
  it('says who read what of whom, when and how often', () => given({}).when(read).then(personalDataRead(read)));
  it('goes on in the same stream all day', () =>
    given({ readLog: [personalDataRead(read)] })
      .when({ ...read, view: 'access.visits' })
      .then(personalDataRead({ ...read, view: 'access.visits' })));
});

it('has a stream for each reader and civil day in Jakarta', () => {
  const midnight = Date.UTC(2023, 10, 30, 17);
  expect(formatWib(midnight)).toContain('T00:00');
  expect(readLogId(someUser, midnight)).toBe(readLogId(someUser, midnight + 86_399_999));
  expect(readLogId(someUser, midnight)).not.toBe(readLogId(someUser, midnight - 1));
  expect(readLogId(someUser, midnight)).not.toBe(readLogId(person, midnight));
});
