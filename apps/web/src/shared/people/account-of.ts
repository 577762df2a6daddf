import { v5 as uuidv5 } from 'uuid';

const saksi = uuidv5('urn:saksi', uuidv5.URL);
const accounts = uuidv5('account', saksi);

/** The account of a user name: one is derived from the other, so that a second person signs on a phone without a network, too. */
export const accountOf = (login: string): string => uuidv5(login.normalize('NFC').trim().toLowerCase(), accounts);
