import { knownContexts } from '#cqrs';
import { describeObjections } from '#testing';
import './access.module.ts';
import { accessObjections } from './domain/access.objections.ts';

describeObjections({
  context: 'access',
  catalogue: accessObjections,
  commands: knownContexts().get('access')?.commands ?? [],
  raised: {
    'access.door-full': [{}, { door: { registered: { capacity: 4 }, locks: [] }, inside: 4 }],
    'access.door-name-taken': [{ code: 'G-A' }, { taken: true }],
    'access.entry-incomplete': [{ entries: [{ what: 'guest-admitted' }] }, {}],
    'access.entry-outside-page': [{ from: 10, until: 20, entries: [{ what: 'guest-left', at: 30 }] }, {}],
    'access.guests-still-inside': [{}, { inside: ['018c2207-0000-7000-8000-0000000000a1'] }],
    'access.post-already-registered': [{}, { post: { status: 'registered', name: 'Pos 1', village: '1601141011' } }],
    'access.post-name-taken': [{ name: 'Pos 1' }, { taken: true }],
  },
});
