import { idOf } from './scenario.ts';

/* Two lists that share no person: whoever comes out of them is invented. */
const given =
  'Ahmad Budi Citra Dewi Endang Fauzan Gita Haryanto Indah Joko Kurnia Laila Mahmud Nova Oktavia Purnomo Ratih Samsul Tuti Umar Vina Wahyu Yulia Zainab'.split(
    ' ',
  );
const family =
  'Alamsyah Burhanudin Cahyono Darmadi Effendy Fachrudin Ginting Hakiki Iskandar Junaidi Kesumajaya Lesmono Marpaung Nasrullah Oesman Pratama Ridwansyah Suherman Tarigan Usmanto Wijayanto Yusmaniar Zulhakim'.split(
    ' ',
  );

export interface Somebody {
  readonly id: string;
  readonly name: { readonly value: string };
}

/** Somebody of the story who has no account: the same role and number is the same person. */
export function somebody(role: string, number: number): Somebody {
  const name = `${given[number % given.length] ?? ''} ${family[(number * 7 + role.length) % family.length] ?? ''}`;
  return { id: idOf('person', `${role} ${number}`), name: { value: name } };
}
