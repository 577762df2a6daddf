import { useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { amend, type contentOf, type Entry } from '../../../shared/offline/index.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/field.tsx';

export type Content = NonNullable<Awaited<ReturnType<typeof contentOf>>>;

const id = /^[0-9a-f]{8}-/;
const valueOf = (field: unknown): unknown => (typeof field === 'object' && field !== null && 'value' in field ? field.value : field);

/** The words and numbers of an entry to be said otherwise; ids stay. */
export function Amend({ entry, content: { body }, onDone }: { readonly entry: Entry; readonly content: Content; readonly onDone: () => void }) {
  const { t } = useWords();
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({});
  const fields = Object.entries(body).filter(([, field]) => ['string', 'number'].includes(typeof valueOf(field)) && !id.test(String(valueOf(field))));
  if (fields.length === 0) return null;
  return (
    <div className="stack tight">
      {fields.map(([name, field]) => (
        <TextField
          key={name}
          label={name}
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
