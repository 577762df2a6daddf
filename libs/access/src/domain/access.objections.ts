import { objectionsOf } from '#kernel';

/** Everything that can stand against a command of access, with what a person reads. */
export const accessObjections = objectionsOf({
  'access.badge-in-use': { id: 'Kartu tamu ini masih dipakai tamu lain.', en: 'Another guest still carries this badge.' },
  'access.door-full': { id: 'Ruangan penuh: {inside} dari {capacity} orang sudah di dalam.', en: 'The room is full: {inside} of {capacity} people are inside.' },
  'access.door-not-open': { id: 'Pintu tidak terbuka.', en: 'The door is not open.' },
  'access.door-of-another-post': { id: 'Pintu ini milik pos lain.', en: 'This door belongs to another post.' },
  'access.guest-already-reported': { id: 'Kunjungan ini sudah dilaporkan.', en: 'This visit has been reported already.' },
  'access.guest-not-inside': { id: 'Tamu tidak tercatat di dalam.', en: 'The guest is not recorded as inside.' },
  'access.guest-not-waiting': { id: 'Tamu tidak sedang menunggu di pos.', en: 'The guest is not waiting at the post.' },
  'access.no-guard-on-duty': { id: 'Tidak ada petugas jaga di pos ini pada saat itu.', en: 'No guard was on duty at this post then.' },
  'access.second-person-needed': { id: 'Pintu dua orang: perlu persetujuan orang kedua.', en: 'A two-person door: a second person must confirm.' },
});

export type AccessObjection = keyof typeof accessObjections;
