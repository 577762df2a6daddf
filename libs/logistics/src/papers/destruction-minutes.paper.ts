import { paperRoutes, sayClock, sayDay, type PaperText, type Writing } from '#paper';
import { type DestructionMinutes, destructionMinutes, DestructionMinutesOf } from '../features/destruction-minutes/destruction-minutes.ts';
import { shortOf } from './numbers.ts';
import { accountsOf, lastKnown, signaturesOf } from './signatures.ts';
import { called, known, wordsIn } from './words.ts';

export function writeDestructionMinutes(minutes: DestructionMinutes, writing: Writing): PaperText {
  const { language } = writing;
  const t = wordsIn(language);
  const { at, village } = minutes;
  const witnesses = minutes.witnesses.map(({ institution, name }) => ({ for: t('for.witness', { institution: institution.toUpperCase() }), name }));
  return {
    title: t('minutes'),
    number: minutes.minutes,
    known: lastKnown(minutes.signatures),
    opening: [t('minutes-opening', { day: sayDay(at, language), clock: sayClock(at, language), village: writing.placeOf(village) })],
    facts: [],
    tables: [
      {
        title: t('destroyed'),
        columns: [
          { head: t('number'), side: 'right' },
          { head: t('item'), side: 'left' },
          { head: t('waybillNumber'), side: 'left' },
          { head: t('lot'), side: 'left' },
          { head: t('quantity'), side: 'right' },
        ],
        rows: minutes.destroyed.map(({ item, waybill, lot, quantity }, index) => ({
          cells: [String(index + 1), called('item', item, t), known(waybill), shortOf(lot), quantity.toLocaleString(language)],
        })),
      },
    ],
    remarks: [],
    signatures: [
      ...signaturesOf(minutes.signatures, writing.placeOf(village), writing),
      ...witnesses.map((witness) => ({ ...witness, account: null, login: null, said: [] })),
    ],
    pens: witnesses.map((witness) => `${witness.for}: ${known(witness.name)}`),
  };
}

export const destructionMinutesPaper = paperRoutes(DestructionMinutesOf)({
  name: 'logistics.destruction-minutes',
  summary: 'The minutes of a lawful destruction (berita acara pemusnahan), with its witnesses.',
  asks: { minutes: destructionMinutes },
  path: ({ destruction, village }) => `/gudang/destruction/${village}/${destruction}`,
  accounts: ({ minutes }) => accountsOf(minutes.signatures),
  write: ({ minutes }, writing) => writeDestructionMinutes(minutes, writing),
});
