import {
  admitGuest,
  checkOutGuest,
  correctVisit,
  enterDoor,
  leaveDoor,
  mergeSubjects,
  overrideWatchlistHit,
  recordExitNotObserved,
  removeFromWatchlist,
  reportGuest,
} from '#access';
import type { CoSignatureClaim } from '#kernel';
import { guestId } from './guests.ts';
import { accountOf } from './people.ts';
import type { Login } from './people.ts';
import { doorId, posts } from './places.ts';
import { idOf, wib } from './scenario.ts';
import { open, step } from './step.ts';
import type { Step } from './step.ts';
import { ofVisit, particulars } from './visit-steps.ts';

/** The PIN is filled in when the step is sent: it is made with the passphrase, and no script knows it. */
const consentOf = (login: Login): CoSignatureClaim => ({ user: accountOf(login), pin: '' });

/** T-01 hangs around Suparlan's neck until 18:52. */
const badgeInUse: readonly Step[] = [
  step(
    admitGuest,
    { name: 'v28 with a badge in use', at: wib('18:42'), by: 'jaga-02', refused: 'access.badge-in-use' },
    { ...ofVisit('v28', 'darwis'), door: doorId('G-0'), badge: 'T-01' },
  ),
];

/** Nobody enters the room of the seals alone: the attempt is evidence, and five minutes later there are two. */
const twoPersonDoor: readonly Step[] = [
  step(enterDoor, { name: 'v03 alone at the seals', at: wib('19:47'), by: 'guard' }, { ...ofVisit('v03', 'nurhayati'), door: doorId('G-S') }),
  step(
    enterDoor,
    { name: 'v03 with a second person', at: wib('19:52'), by: 'guard' },
    { ...ofVisit('v03', 'nurhayati'), door: doorId('G-S'), secondPerson: consentOf('squad-leader') },
  ),
  step(leaveDoor, { name: 'v03 out of the seals', at: wib('20:18'), by: 'guard' }, { ...ofVisit('v03', 'nurhayati'), door: doorId('G-S') }),
  step(
    enterDoor,
    { name: 'v18 with a second person', at: wib('20:35'), by: 'jaga-03' },
    { ...ofVisit('v18', 'andika'), door: doorId('G-S'), secondPerson: consentOf('guard') },
  ),
  step(leaveDoor, { name: 'v18 out of the seals', at: wib('21:20'), by: 'jaga-03' }, { ...ofVisit('v18', 'andika'), door: doorId('G-S') }),
];

/** A hit advises; the squad leader decides, and says why. */
const watchlistHit: readonly Step[] = [
  step(
    admitGuest,
    { name: 'v19 on the watchlist', at: wib('20:57'), by: 'jaga-02', refused: 'access.watchlist-hit' },
    { ...ofVisit('v19', 'marwan'), door: doorId('G-0'), badge: 'T-19' },
  ),
  step(
    overrideWatchlistHit,
    { name: 'v19 overridden', at: wib('20:59'), by: 'squad-leader' },
    {
      ...ofVisit('v19', 'marwan'),
      entries: [idOf('watch', 'marwan')],
      reason: open('Pintu gulung Gudang A tidak bisa ditutup. Didampingi Edi Sucipto sepanjang waktu.'),
    },
  ),
  step(
    removeFromWatchlist,
    { name: 'marwan cleared', at: wib('21:52'), by: 'squad-leader' },
    {
      entry: idOf('watch', 'marwan'),
      post: posts.P1.post,
      reason: 'cleared',
      note: open('Perkaranya dihentikan; polsek membenarkan lewat telepon.'),
    },
  ),
];

const corrections: readonly Step[] = [
  step(
    correctVisit,
    { name: 'v23 badge', at: wib('22:41'), by: 'guard' },
    { ...ofVisit('v23', 'eko'), badge: 'T-24', reason: open('Angka di halaman kertas kabur karena basah; kartu yang kembali adalah T-24.') },
  ),
  step(
    correctVisit,
    { name: 'v26 exit', at: wib('23:10'), by: 'jaga-03' },
    { ...ofVisit('v26', 'firman'), left: wib('22:38'), reason: open('Dicatat saat kartu ditemukan di meja. Rekaman kamera: keluar 22.38.') },
  ),
  step(
    correctVisit,
    { name: 'v38 plate', at: wib('01:05'), by: 'jaga-13' },
    { ...ofVisit('v38', 'ramli'), vehicle: open('BG 9914 ZK'), reason: open('Angka plat tertukar.') },
  ),
];

/** Rizal drove from Pos 1 to Pos 2; only later does anyone say that they saw him go. */
const betweenPosts: readonly Step[] = [
  step(checkOutGuest, { name: 'v31 left', at: wib('23:25'), by: 'jaga-03', happened: wib('22:55') }, ofVisit('v31', 'rizal')),
];

const oneManTwice: readonly Step[] = [
  step(
    mergeSubjects,
    { name: 'darwis is one', at: wib('23:52'), by: 'squad-leader' },
    { person: guestId('darwisAgain'), into: guestId('darwis'), post: posts.P1.post, basis: 'other-document' },
  ),
];

const gone: readonly Step[] = [
  step(
    recordExitNotObserved,
    { name: 'v32 is not there', at: wib('02:40'), by: 'jaga-13' },
    { ...ofVisit('v32', 'herman'), lastSeen: wib('01:25'), note: open('Tidak ditemukan saat ronde 02.40. Kartunya tergantung di pagar belakang.') },
  ),
];

/**
 * What nobody recorded when it happened: at 02:06 jaga-12 let a roofer in by the back gate, with the spare key to the
 * locked Gudang B. He says so at ten past five, three hours late.
 */
const toldLate: readonly Step[] = [
  step(
    reportGuest,
    { name: 'v42 reported', at: wib('05:10'), by: 'jaga-12', happened: wib('02:04') },
    { ...ofVisit('v42', 'mulyadi'), ...particulars('mulyadi'), purpose: open('Menambal atap Gudang B sebelum hujan bertambah'), minutesAllowed: 240 },
  ),
  step(
    admitGuest,
    { name: 'v42 admitted', at: wib('05:11'), by: 'jaga-12', happened: wib('02:06') },
    { ...ofVisit('v42', 'mulyadi'), door: doorId('G-0'), badge: 'T-37' },
  ),
  step(
    enterDoor,
    { name: 'v42 entered G-B', at: wib('05:12'), by: 'jaga-12', happened: wib('02:09') },
    { ...ofVisit('v42', 'mulyadi'), door: doorId('G-B'), passed: true },
  ),
  step(leaveDoor, { name: 'v42 left G-B', at: wib('05:13'), by: 'jaga-12', happened: wib('03:08') }, { ...ofVisit('v42', 'mulyadi'), door: doorId('G-B') }),
  step(checkOutGuest, { name: 'v42 left', at: wib('05:14'), by: 'jaga-12', happened: wib('03:48') }, ofVisit('v42', 'mulyadi')),
];

export const eventsOfTheNight: readonly Step[] = [badgeInUse, twoPersonDoor, watchlistHit, corrections, betweenPosts, oneManTwice, gone, toldLate].flat();
