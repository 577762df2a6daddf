import { nightAtKemelak, sealed, specFor, told } from '#testing';
import { guestAdmitted, guestLeft, guestReported, visitCorrected, visitOverdueNoticed } from '../../domain/visit.events.ts';
import { noticeOverdueVisit } from './notice-overdue-visit.ts';

const visit = '018c2207-0000-7000-8000-0000000000a1';
const post = '018c2207-0000-7000-8000-0000000000b1';
const door = '018c2207-0000-7000-8000-0000000000d1';
const guest = '018c2207-0000-7000-8000-0000000000e1';
const hour = 3_600_000;
const allowedUntil = nightAtKemelak - 1;

const before = { effectiveAt: nightAtKemelak - hour };
const reported = told(guestReported({ post, guest, name: sealed('Tamu Satu'), identityType: 'ktp', purpose: sealed('antar segel'), allowedUntil }), before);
const admitted = told(guestAdmitted({ post, guest, door, badge: 'T-12' }), before);
const notice = { visit, post, guest, allowedUntil };
const noticed = visitOverdueNoticed({ post, guest, allowedUntil });

const { given } = specFor(noticeOverdueVisit);

describe('notice-overdue-visit', () => {
  it('says that a visit goes on', () =>
    given({ visit: [reported, admitted] })
      .when(notice)
      .then(noticed));

  it('objects when the guest has left', () =>
    given({ visit: [reported, admitted, told(guestLeft({ post, guest }), { effectiveAt: nightAtKemelak - 2 })] })
      .when(notice)
      .objects('access.guest-not-inside'));

  it('objects when the visit may last longer by now', () =>
    given({ visit: [reported, admitted, visitCorrected({ post, guest, reason: sealed('rapat molor'), allowedUntil: nightAtKemelak + hour })] })
      .when(notice)
      .objects('access.visit-not-overdue'));

  it('objects before the time has passed', () =>
    given({ visit: [reported, admitted] })
      .when(notice, { effectiveAt: allowedUntil })
      .objects('access.visit-not-overdue'));

  it('objects to saying it twice', () =>
    given({ visit: [reported, admitted, noticed] })
      .when(notice)
      .objects('access.overdue-noticed-before'));
});
