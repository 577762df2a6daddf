import { nightAtKemelak, sealed, specFor } from '#testing';
import { pageTranscribed } from '../../domain/paper-page.ts';
import { transcribePage } from './transcribe-page.ts';

const page = '018c2207-0000-7000-8000-000000000301';
const another = '018c2207-0000-7000-8000-000000000302';
const post = '018c2207-0000-7000-8000-0000000000b1';
const keptBy = '018c2207-0000-7000-8000-0000000000f1';
const visit = '018c2207-0000-7000-8000-0000000000a1';
const guest = '018c2207-0000-7000-8000-0000000000e1';
const door = '018c2207-0000-7000-8000-0000000000d1';
const photo = 'ab'.repeat(32);

const until = nightAtKemelak - 600_000;
const from = until - 3_600_000;
const told = { visit, guest };
const reported = { ...told, at: from, what: 'guest-reported', identityType: 'ktp', minutesAllowed: 30 } as const;
const admitted = { ...told, at: from + 60_000, what: 'guest-admitted', door, badge: 'T-12' } as const;
const left = { ...told, at: until, what: 'guest-left' } as const;
const open = { ...reported, name: { value: 'Tamu Satu' }, purpose: { value: 'antar segel' } };
const copy = { page, post, photo, keptBy, from, until, entries: [open, admitted, left] };
const transcribed = pageTranscribed({
  post,
  photo,
  keptBy,
  from,
  until,
  entries: [{ ...reported, name: sealed('Tamu Satu'), purpose: sealed('antar segel') }, admitted, left],
});

const { given } = specFor(transcribePage);

describe('transcribe-page', () => {
  it('keeps the page with every line', () =>
    given({ photographed: [], guards: [keptBy] })
      .when(copy)
      .then(transcribed));

  it('objects to copying a page twice', () =>
    given({ page: [transcribed], photographed: [], guards: [keptBy] })
      .when(copy)
      .objects('access.page-already-transcribed'));

  it('objects to a photograph that was copied before', () =>
    given({ photographed: [another], guards: [keptBy] })
      .when(copy)
      .objects('access.photo-transcribed-before'));

  it('objects to a page that ends before it begins', () =>
    given({ photographed: [], guards: [keptBy] })
      .when({ ...copy, from: until, until: from })
      .objects('access.page-ends-before-it-begins'));

  it('objects to a page that ends in the future', () =>
    given({ photographed: [], guards: [keptBy] })
      .when({ ...copy, until: nightAtKemelak + 1 })
      .objects('access.page-in-the-future'));

  it('objects to a page kept by someone who was not on duty', () =>
    given({ photographed: [], guards: ['018c2207-0000-7000-8000-0000000000f2'] })
      .when(copy)
      .objects('access.keeper-not-on-duty'));

  it('objects to a line outside of the time of the page', () =>
    given({ photographed: [], guards: [keptBy] })
      .when({ ...copy, entries: [open, { ...left, at: until + 1 }] })
      .objects('access.entry-outside-page'));

  it.each([
    ['a report without a name', reported],
    ['an admission without a badge', { ...told, at: from, what: 'guest-admitted', door } as const],
    ['a refusal without a reason', { ...told, at: from, what: 'guest-refused' } as const],
  ])('objects to %s', (_, line) =>
    given({ photographed: [], guards: [keptBy] })
      .when({ ...copy, entries: [line] })
      .objects('access.entry-incomplete'),
  );
});
