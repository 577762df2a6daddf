import { reasonKey } from '../../../shared/entries/reasons.ts';
import type { Key } from '../../../shared/language/keys.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import type { MarkedEntry } from './marked-entry.ts';

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
/** Of a personal value only the value is for people; `name.value` is the name. */
const fieldOf = (path: string): string => path.replace(/\.value$/, '').replace(/^.*\./, '');

const named: Readonly<Record<string, Key>> = {
  badge: 'field.badge',
  door: 'field.door',
  host: 'field.host',
  identityNumber: 'field.identityNumber',
  identityType: 'field.identityType',
  items: 'field.items',
  name: 'field.name',
  organisation: 'field.organisation',
  purpose: 'field.purpose',
  reason: 'decide.reason',
  vehicle: 'field.vehicle',
};

/** What an entry that is kept apart says: words as they are, doors by their code; other ids say nothing to a person. */
export function SaidFields({ entry: { post, said, saidOfPersons } }: { readonly entry: MarkedEntry }) {
  const { t } = useWords();
  const doors = useAnswer('access.doors', post === null || said.length === 0 ? undefined : { post });
  const inWords = (value: string): string => {
    const key = reasonKey(value);
    const door = doors.answer?.value.items.find((each) => each.door === value);
    return door?.code ?? (key === undefined ? value : t(key));
  };
  return [...said, ...saidOfPersons].map(({ field, value }) => {
    if (value === null) return null;
    const words = inWords(value);
    if (id.test(words)) return null;
    const name = named[fieldOf(field)];
    return (
      <div key={field} className="fact">
        <dt>{name === undefined ? fieldOf(field) : t(name)}</dt>
        <dd>{words}</dd>
      </div>
    );
  });
}
