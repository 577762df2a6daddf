import { nightAtKemelak, sealed, specFor, told } from '#testing';
import { doorRegistered } from '../../domain/door.ts';
import { guestAdmitted, guestLeft, visitCorrected } from '../../domain/visit.events.ts';
import { correctVisit } from './correct-visit.ts';

const visit = '018c2207-0000-7000-8000-0000000000a1';
const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const gate = '018c2207-0000-7000-8000-0000000000d1';
const door = '018c2207-0000-7000-8000-0000000000d2';
const guest = '018c2207-0000-7000-8000-0000000000e1';
const stranger = '018c2207-0000-7000-8000-0000000000e2';
const hour = 3_600_000;
const ago = (hours: number): number => nightAtKemelak - hours * hour;

const admitted = told(guestAdmitted({ post, guest, door: gate, badge: 'T-12' }), { effectiveAt: ago(3) });
const left = told(guestLeft({ post, guest }), { effectiveAt: ago(1) });
const correct = { visit, post, guest, reason: { value: 'salah catat, lihat CCTV' } };
const corrected = { post, guest, reason: sealed('salah catat, lihat CCTV') };

const { given } = specFor(correctVisit);

describe('correct-visit', () => {
  it('corrects when the guest entered and left', () =>
    given({ visit: [admitted, left], doors: {} })
      .when({ ...correct, entered: ago(4), left: ago(2) })
      .then(visitCorrected({ ...corrected, entered: ago(4), left: ago(2) })));

  it('corrects until when the visit may last', () =>
    given({ visit: [admitted], doors: {} })
      .when({ ...correct, allowedUntil: nightAtKemelak + hour })
      .then(visitCorrected({ ...corrected, allowedUntil: nightAtKemelak + hour })));

  it('corrects the door and the badge', () =>
    given({ visit: [admitted], doors: { [door]: [doorRegistered({ post, code: 'G-B', zone: 'Gudang B', level: 'restricted', capacity: 2 })] } })
      .when({ ...correct, door, badge: 'T-21' })
      .then(visitCorrected({ ...corrected, door, badge: 'T-21' })));

  it('corrects who the guest is, without a name in the log', () =>
    given({ visit: [admitted], doors: {} })
      .when({
        ...correct,
        name: { value: 'Tamu Dua' },
        identityType: 'sim',
        identityNumber: { value: '991' },
        organisation: { value: 'Percetakan' },
        purpose: { value: 'ambil tinta' },
        host: { value: 'Ibu Contoh' },
        vehicle: { value: 'BG 1 A' },
        items: { value: 'tas' },
      })
      .then(
        visitCorrected({
          ...corrected,
          name: sealed('Tamu Dua'),
          identityType: 'sim',
          identityNumber: sealed('991'),
          organisation: sealed('Percetakan'),
          purpose: sealed('ambil tinta'),
          host: sealed('Ibu Contoh'),
          vehicle: sealed('BG 1 A'),
          items: sealed('tas'),
        }),
      ));

  it('objects to correcting nothing', () =>
    given({ visit: [admitted], doors: {} })
      .when(correct)
      .objects('access.nothing-to-correct'));

  it('objects to a visit of which nothing is recorded', () =>
    given({ doors: {} })
      .when({ ...correct, badge: 'T-21' })
      .objects('access.visit-not-known'));

  it('objects to an exit before the entry', () =>
    given({ visit: [admitted], doors: {} })
      .when({ ...correct, entered: ago(1), left: ago(2) })
      .objects('access.exit-before-entry'));

  it('objects to an exit before the entry that stands', () =>
    given({ visit: [admitted, left], doors: {} })
      .when({ ...correct, left: ago(4) })
      .objects('access.exit-before-entry'));

  it('objects to an entry after the exit as it was corrected before', () =>
    given({ visit: [admitted, left, visitCorrected({ ...corrected, left: ago(2.5) })], doors: {} })
      .when({ ...correct, entered: ago(2) })
      .objects('access.exit-before-entry'));

  it('objects to a door nobody registered', () =>
    given({ visit: [admitted], doors: {} })
      .when({ ...correct, door })
      .objects('access.door-not-registered'));

  it('objects to a door of another post', () =>
    given({ visit: [admitted], doors: { [door]: [doorRegistered({ post: elsewhere, code: 'G-B', zone: 'Gudang B', level: 'restricted', capacity: 2 })] } })
      .when({ ...correct, door })
      .objects('access.door-of-another-post'));

  it('objects to another guest', () =>
    given({ visit: [admitted], doors: {} })
      .when({ ...correct, guest: stranger, badge: 'T-21' })
      .objects('access.visit-of-another-guest'));

  it('objects to a visit at another post', () =>
    given({ visit: [guestAdmitted({ post: elsewhere, guest, door: gate, badge: 'T-12' })], doors: {} })
      .when({ ...correct, badge: 'T-21' })
      .objects('access.visit-at-another-post'));
});
