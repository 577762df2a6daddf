import { objectionSentence, say, Words } from '#http';
import type { Sentence } from '#kernel';
import type { Hindrance } from '../../domain/entry.ts';

/** What stood against an entry, in both languages: whoever reads it later may read the other one. */
export class StoodAgainst {
  @Words('The objection, or the problem that it was refused for') code!: string;
  @Words('In Indonesian') id!: string;
  @Words('In English') en!: string;
}

/** No objection to the entry: who accepted it could not record it on their word. */
const ofWhoAccepted: Readonly<Record<string, Sentence>> = {
  forbidden: { id: 'Yang menerimanya tidak berwenang mencatat hal ini.', en: 'Who accepted it may not record such a thing.' },
  'not-found': { id: 'Yang menerimanya tidak berwenang mencatat di tempat ini.', en: 'Who accepted it may not record for this place.' },
};

export const hindrancesIn = (list: string | null): readonly StoodAgainst[] =>
  list === null
    ? []
    : (JSON.parse(list) as readonly Hindrance[]).map(({ code, details }) => {
        const sentence = ofWhoAccepted[code] ?? objectionSentence(code);
        return { code, id: say(sentence, 'id', details), en: say(sentence, 'en', details) };
      });
