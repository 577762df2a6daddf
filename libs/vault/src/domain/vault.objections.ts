import { objectionsOf } from '#kernel';

/** Everything that can stand against a command of the vault, with what a person reads. */
export const vaultObjections = objectionsOf({
  'vault.already-erased': { id: 'Data pribadi orang ini sudah dihapus.', en: 'The personal data of this person have been erased already.' },
  'vault.erasure-already-requested': { id: 'Penghapusan orang ini sudah diminta.', en: 'The erasure of this person has been requested already.' },
  'vault.erasure-not-ordered': { id: 'Penghapusan orang ini tidak diperintahkan.', en: 'The erasure of this person was not ordered.' },
  'vault.erasure-not-requested': { id: 'Penghapusan orang ini tidak sedang diminta.', en: 'No request to erase this person is open.' },
  'vault.erasure-under-way': { id: 'Penghapusan orang ini sudah diperintahkan.', en: 'The erasure of this person has been ordered already.' },
  'vault.hold-already-placed': { id: 'Penahanan hukum ini sudah tercatat.', en: 'This legal hold stands already.' },
  'vault.hold-not-standing': { id: 'Penahanan hukum ini tidak sedang berlaku.', en: 'This legal hold does not stand.' },
  'vault.same-person': { id: 'Yang meminta penghapusan tidak boleh memerintahkannya.', en: 'Whoever requests an erasure cannot order it.' },
  'vault.under-legal-hold': { id: 'Data orang ini ditahan secara hukum: {reasons}.', en: 'The data of this person are under legal hold: {reasons}.' },
});
