import { useState } from 'react';
import type { Key } from '../../../shared/language/keys.ts';
import { useWords } from '../../../shared/language/language.ts';
import { amend, type contentOf, type Entry } from '../../../shared/offline/index.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/field.tsx';

export type Content = NonNullable<Awaited<ReturnType<typeof contentOf>>>;

/** What can be said otherwise, and how it is called; ids and codes of a closed list stay. */
const fieldWords: Readonly<Record<string, Key>> = {
  badge: 'field.badge',
  capacity: 'doors.capacity',
  code: 'doors.code',
  host: 'field.host',
  identityNumber: 'field.identityNumber',
  items: 'field.items',
  minutesAllowed: 'report.minutes',
  name: 'field.name',
  note: 'decide.field.note',
  notes: 'decide.field.note',
  organisation: 'field.organisation',
  purpose: 'field.purpose',
  reason: 'decide.reason',
  vehicle: 'field.vehicle',
  zone: 'doors.zone',
};
const valueOf = (field: unknown): unknown => (typeof field === 'object' && field !== null && 'value' in field ? field.value : field);

/** The words and numbers of an entry to be said otherwise. */
export function Amend({ entry, content: { body }, onDone }: { readonly entry: Entry; readonly content: Content; readonly onDone: () => void }) {
  const { t } = useWords();
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({});
  const fields = Object.entries(body).flatMap(([name, field]) => {
    const key = fieldWords[name];
    // A reason that is no person's words is a code.
    const fixed = key === undefined || (name === 'reason' && typeof field === 'string') || !['string', 'number'].includes(typeof valueOf(field));
    return fixed ? [] : [{ name, field, label: t(key) }];
  });
  if (fields.length === 0) return null;
  return (
    <div className="stack tight">
      {fields.map(({ name, field, label }) => (
        <TextField
          key={name}
          label={label}
          value={changed[name] ?? String(valueOf(field))}
          onChange={({ target }) => setChanged({ ...changed, [name]: target.value })}
        />
      ))}
      <Button wide disabled={Object.keys(changed).length === 0} onClick={() => void amend(entry, amended(body, changed)).then(onDone)}>
        {t('decide.amend')}
      </Button>
    </div>
  );
}

/** A personal value that changes gets a salt of its own. */
function amended(body: Content['body'], changed: Readonly<Record<string, string>>): object {
  return Object.fromEntries(
    Object.entries(body).map(([name, field]) => {
      const text = changed[name];
      if (text === undefined) return [name, field];
      if (typeof field === 'number') return [name, Number(text)];
      return [name, typeof field === 'object' ? { value: text } : text];
    }),
  );
}
