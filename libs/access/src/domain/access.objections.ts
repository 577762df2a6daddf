import { objectionsOf } from '#kernel';

/** Everything that can stand against a command of access, with what a person reads. */
export const accessObjections = objectionsOf({
  'access.already-merged': { id: 'Orang ini sudah digabungkan dengan orang lain.', en: 'This person has been merged with another already.' },
  'access.already-on-watchlist': {
    id: 'Orang ini sudah ada di daftar pantau dengan alasan yang sama.',
    en: 'This person is on the watchlist for the same reason already.',
  },
  'access.badge-in-use': { id: 'Kartu tamu ini masih dipakai tamu lain.', en: 'Another guest still carries this badge.' },
  'access.contradiction-not-standing': { id: 'Pertentangan ini tidak sedang tercatat.', en: 'This contradiction does not stand.' },
  'access.contradiction-stands': { id: 'Pertentangan ini sudah tercatat.', en: 'This contradiction has been noticed already.' },
  'access.door-already-locked': { id: 'Pintu ini sudah terkunci.', en: 'This door is locked already.' },
  'access.door-already-registered': { id: 'Pintu ini sudah terdaftar.', en: 'This door is registered already.' },
  'access.door-already-unlocked': { id: 'Pintu ini memang tidak terkunci.', en: 'This door is not locked.' },
  'access.door-full': {
    id: 'Ruangan penuh: {inside} dari {capacity} orang sudah di dalam.',
    en: 'The room is full: {inside} of {capacity} people are inside.',
  },
  'access.door-name-taken': { id: 'Pos ini sudah punya pintu {code}.', en: 'The post already has a door {code}.' },
  'access.door-not-open': { id: 'Pintu terkunci.', en: 'The door is locked.' },
  'access.door-not-registered': { id: 'Pintu ini belum terdaftar.', en: 'This door is not registered.' },
  'access.door-of-another-post': { id: 'Pintu ini milik pos lain.', en: 'This door belongs to another post.' },
  'access.entry-incomplete': { id: 'Baris halaman ini belum lengkap: {entries}.', en: 'These lines of the page are incomplete: {entries}.' },
  'access.entry-outside-page': {
    id: 'Waktu baris ini di luar waktu halamannya: {entries}.',
    en: 'These lines lie outside of the time of their page: {entries}.',
  },
  'access.exit-before-entry': { id: 'Tamu tidak mungkin keluar sebelum masuk.', en: 'The guest cannot have left before entering.' },
  'access.guest-not-behind-door': { id: 'Tamu tidak tercatat di balik pintu ini.', en: 'The guest is not recorded as behind this door.' },
  'access.guest-not-inside': { id: 'Tamu tidak tercatat di dalam.', en: 'The guest is not recorded as inside.' },
  'access.guest-not-waiting': { id: 'Tamu tidak sedang menunggu di pos.', en: 'The guest is not waiting at the post.' },
  'access.guests-still-inside': {
    id: 'Masih ada {count} tamu di dalam: serahkan jaga, atau catat keluarnya dahulu.',
    en: '{count} guests are still inside: hand the shift over, or record their exits first.',
  },
  'access.keeper-not-on-duty': {
    id: 'Petugas yang menulis halaman ini tidak berjaga di pos pada waktu itu.',
    en: 'The guard who kept the page was not on duty at the post in its time.',
  },
  'access.merged-elsewhere': {
    id: 'Orang tujuan sudah digabungkan dengan orang lain: pakai orang itu.',
    en: 'The person to merge into has been merged with another: use that one.',
  },
  'access.missing-not-named': {
    id: 'Masih ada tamu yang belum ditemukan: sebut satu per satu untuk menutup.',
    en: 'Guests are still missing: name each of them to close.',
  },
  'access.muster-already-declared': { id: 'Apel darurat ini sudah dinyatakan.', en: 'This muster has been declared already.' },
  'access.muster-differs': {
    id: 'Daftar tamu di dalam tidak sama dengan catatan. Periksa selisihnya, lalu serahkan lagi.',
    en: 'Who is said to be inside differs from the log. Check the difference, then hand over again.',
  },
  'access.muster-not-open': { id: 'Apel darurat ini tidak sedang berlangsung.', en: 'This muster is not open.' },
  'access.muster-of-another-post': { id: 'Apel darurat ini milik pos lain.', en: 'This muster belongs to another post.' },
  'access.named-not-missing': {
    id: 'Ada yang disebut hilang padahal sudah ditemukan atau tidak dicari.',
    en: 'Someone named as missing has been accounted for, or was never sought.',
  },
  'access.no-guard-on-duty': { id: 'Tidak ada petugas jaga di pos ini pada saat itu.', en: 'No guard was on duty at this post then.' },
  'access.no-such-hit': { id: 'Tamu ini tidak ada di daftar pantau dengan entri itu.', en: 'These entries of the watchlist do not stand against this guest.' },
  'access.not-on-the-muster': {
    id: 'Tamu ini tidak tercatat di dalam saat apel darurat dinyatakan. Katakan bahwa ia di luar daftar.',
    en: 'This guest was not recorded as inside when the muster was declared. Say that they were not listed.',
  },
  'access.nothing-to-correct': { id: 'Tidak ada nilai baru: sebut apa yang harus dibetulkan.', en: 'There is no new value: say what is to be corrected.' },
  'access.overdue-noticed-before': { id: 'Kelebihan waktu ini sudah tercatat.', en: 'That the visit goes on past this time has been noticed already.' },
  'access.page-already-transcribed': { id: 'Halaman ini sudah disalin.', en: 'This page has been transcribed already.' },
  'access.page-ends-before-it-begins': { id: 'Halaman ini berakhir sebelum dimulai.', en: 'The page ends before it begins.' },
  'access.page-in-the-future': { id: 'Halaman ini berakhir di masa depan.', en: 'The page ends in the future.' },
  'access.person-not-known': {
    id: 'Orang ini belum pernah dilaporkan di pos ini dan tidak ada di daftar pantau.',
    en: 'This person was never reported at this post and is not on the watchlist.',
  },
  'access.photo-transcribed-before': { id: 'Foto halaman ini sudah pernah disalin.', en: 'This photograph of a page has been transcribed before.' },
  'access.post-already-registered': { id: 'Pos ini sudah terdaftar dengan nama {name}.', en: 'This post is registered already, as {name}.' },
  'access.post-has-running-shift': {
    id: 'Pos ini masih dijaga regu lain. Lakukan serah terima.',
    en: 'Another shift still keeps watch at this post. Have it handed over.',
  },
  'access.post-in-muster': { id: 'Di pos ini sedang berlangsung apel darurat.', en: 'A muster is going on at this post.' },
  'access.post-name-taken': { id: 'Sudah ada pos bernama {name}.', en: 'There is a post called {name} already.' },
  'access.post-not-registered': { id: 'Pos ini belum terdaftar.', en: 'This post is not registered.' },
  'access.same-subject': { id: 'Keduanya orang yang sama.', en: 'Both are the same person.' },
  'access.second-person-needed': { id: 'Pintu dua orang: perlu persetujuan orang kedua.', en: 'A two-person door: a second person must confirm.' },
  'access.shift-already-started': { id: 'Jaga ini sudah dimulai.', en: 'This shift has been started already.' },
  'access.shift-not-running': { id: 'Jaga ini tidak sedang berlangsung.', en: 'This shift is not running.' },
  'access.shift-of-another-post': { id: 'Jaga ini milik pos lain.', en: 'This shift belongs to another post.' },
  'access.until-in-the-past': { id: 'Batas waktunya sudah lewat.', en: 'The time until which it holds has passed.' },
  'access.visit-already-reported': { id: 'Kunjungan ini sudah dilaporkan.', en: 'This visit has been reported already.' },
  'access.visit-at-another-post': { id: 'Kunjungan ini tercatat di pos lain.', en: 'This visit is recorded at another post.' },
  'access.visit-not-known': { id: 'Belum ada catatan tentang kunjungan ini.', en: 'Nothing has been recorded of this visit.' },
  'access.visit-not-overdue': { id: 'Kunjungan ini belum melewati batas waktunya.', en: 'The visit is not past its allowed time.' },
  'access.visit-of-another-guest': { id: 'Kunjungan ini tercatat untuk tamu lain.', en: 'This visit is recorded for another guest.' },
  'access.watchlist-entry-exists': { id: 'Entri daftar pantau ini sudah ada.', en: 'This entry of the watchlist exists already.' },
  'access.watchlist-entry-not-standing': { id: 'Entri daftar pantau ini tidak berlaku.', en: 'This entry of the watchlist does not stand.' },
  'access.watchlist-entry-of-another-post': { id: 'Entri daftar pantau ini milik pos lain.', en: 'This entry of the watchlist belongs to another post.' },
  'access.watchlist-hit': {
    id: 'Tamu ini ada di daftar pantau: komandan regu harus memutuskan dahulu.',
    en: 'This guest is on the watchlist: a squad leader has to decide first.',
  },
});

export type AccessObjection = keyof typeof accessObjections;
