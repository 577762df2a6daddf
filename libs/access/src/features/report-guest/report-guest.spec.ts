import { nightAtKemelak, sealed, specFor } from '#testing';
import { guestAdmitted, guestLeft, guestReported } from '../../domain/visit.events.ts';
import { reportGuest } from './report-guest.ts';

const visit = '018c2207-0000-7000-8000-0000000000a1';
const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const door = '018c2207-0000-7000-8000-0000000000d1';
const guest = '018c2207-0000-7000-8000-0000000000e1';
const stranger = '018c2207-0000-7000-8000-0000000000e2';
const guards = ['018c2207-0000-7000-8000-0000000000f1'];
const hour = 3_600_000;

const report = { visit, post, guest, name: { value: 'Tamu Satu' }, identityType: 'ktp', purpose: { value: 'antar segel' }, minutesAllowed: 60 } as const;
const reported = guestReported({
  post,
  guest,
  name: sealed('Tamu Satu'),
  identityType: 'ktp',
  purpose: sealed('antar segel'),
  allowedUntil: nightAtKemelak + hour,
});

const { given } = specFor(reportGuest);

describe('report-guest', () => {
  it('keeps who came, what for and for how long', () => given({ guards }).when(report).then(reported));

  it('keeps everything else that is asked at the gate', () =>
    given({ guards })
      .when({
        ...report,
        identityNumber: { value: '1601140000000001' },
        organisation: { value: 'Percetakan Contoh' },
        host: { value: 'Ibu Contoh' },
        vehicle: { value: 'BG 1234 XX' },
        items: { value: 'dua dus segel' },
      })
      .then(
        guestReported({
          ...reported.data,
          identityNumber: sealed('1601140000000001'),
          organisation: sealed('Percetakan Contoh'),
          host: sealed('Ibu Contoh'),
          vehicle: sealed('BG 1234 XX'),
          items: sealed('dua dus segel'),
        }),
      ));

  it('accepts the report after the visit it belongs to: facts come in any order', () =>
    given({ visit: [guestAdmitted({ post, guest, door, badge: 'T-12' }), guestLeft({ post, guest })], guards })
      .when(report)
      .then(reported));

  it('objects when nobody is on duty', () => given({ guards: [] }).when(report).objects('access.no-guard-on-duty'));

  it('objects to reporting a visit twice', () =>
    given({ visit: [reported], guards })
      .when(report)
      .objects('access.visit-already-reported'));

  it('objects to another guest than was admitted', () =>
    given({ visit: [guestAdmitted({ post, guest: stranger, door, badge: 'T-12' })], guards })
      .when(report)
      .objects('access.visit-of-another-guest'));

  it('objects to a visit at another post', () =>
    given({ visit: [guestLeft({ post: elsewhere, guest })], guards })
      .when(report)
      .objects('access.visit-at-another-post'));
});
