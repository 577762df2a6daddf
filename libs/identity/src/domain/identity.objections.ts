import { objectionsOf } from '#kernel';

/** Everything that can stand against a command of identity, with what a person reads. */
export const identityObjections = objectionsOf({
  'identity.account-is-suspended': { id: 'Akun ini sedang dibekukan.', en: 'This account is suspended.' },
  'identity.account-not-suspended': { id: 'Akun ini tidak dibekukan.', en: 'This account is not suspended.' },
  'identity.account-outranks': {
    id: 'Akun ini memegang peran selain petugas jaga; mintalah kepada admin.',
    en: 'This account holds a role other than guard; ask an admin.',
  },
  'identity.account-unknown': { id: 'Akun ini belum dibuka.', en: 'This account was never opened.' },
  'identity.device-already-revoked': { id: 'Perangkat ini sudah dicabut.', en: 'This device was revoked before.' },
  'identity.device-known': { id: 'Perangkat ini sudah terdaftar pada akun ini.', en: 'This device is enrolled for this account already.' },
  'identity.device-unknown': { id: 'Perangkat ini tidak terdaftar pada akun ini.', en: 'This device is not enrolled for this account.' },
  'identity.ends-before-it-begins': { id: 'Peran berakhir sebelum dimulai.', en: 'The role would end before it begins.' },
  'identity.entry-given-up': { id: 'Entri ini sudah dilepas sebelumnya.', en: 'This entry was given up before.' },
  'identity.entry-not-accepted': { id: 'Entri ini tidak sedang menunggu dicatat: {status}.', en: 'This entry does not wait to be recorded: {status}.' },
  'identity.entry-not-quarantined': {
    id: 'Entri ini tidak sedang ditahan untuk diputuskan: {status}.',
    en: 'This entry is not held back for a decision: {status}.',
  },
  'identity.entry-of-another-post': { id: 'Entri ini mengenai pos lain.', en: 'This entry concerns another post.' },
  'identity.entry-stands': { id: 'Entri ini sudah diterima server: {status}.', en: 'The server has taken this entry: {status}.' },
  'identity.grant-known': { id: 'Nomor pemberian peran ini sudah dipakai.', en: 'This grant was recorded before.' },
  'identity.grant-unknown': { id: 'Akun ini tidak memiliki pemberian peran itu.', en: 'The account has no such grant.' },
  'identity.key-not-usable': {
    id: 'Kunci publik harus berupa SPKI ECDSA P-256 atau Ed25519 dan cocok dengan algoritmanya.',
    en: 'The public key must be an SPKI of ECDSA P-256 or Ed25519 and fit its algorithm.',
  },
  'identity.login-taken': { id: 'Nama pengguna ini sudah dipakai.', en: 'This login is taken.' },
  'identity.not-your-device': {
    id: 'Perangkat orang lain dicabut oleh danru posnya atau admin.',
    en: "Another person's device is revoked by a squad leader of their post or an admin.",
  },
  'identity.own-account': {
    id: 'Tidak dapat dilakukan pada akun sendiri; mintalah kepada orang lain yang berwenang.',
    en: 'Not on your own account: ask someone else who may.',
  },
  'identity.place-does-not-fit': { id: 'Peran {role} dipegang di: {allowed}.', en: 'The role {role} is held at: {allowed}.' },
  'identity.place-not-one': {
    id: 'Sebutkan tepat satu: pos, wilayah, TPS, atau di mana saja.',
    en: 'Name exactly one: a post, an area, stations, or everywhere.',
  },
  'identity.role-already-ended': { id: 'Peran ini sudah berakhir sebelum saat itu.', en: 'The role has ended before that time.' },
});

export type IdentityObjection = keyof typeof identityObjections;
