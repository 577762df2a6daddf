/** What sort of personal value it is: names and numbers can be searched, names are matched by letters, notes by words. */
export type PersonalKind = 'name' | 'identity-number' | 'contact' | 'note' | 'photo';
