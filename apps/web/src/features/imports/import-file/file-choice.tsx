import { FileUp } from 'lucide-react';
import { useId } from 'react';
import { useWords } from '../../../shared/language/language.ts';

/** A file of the device. The browser’s own control says what it says in the browser’s language. */
export function FileChoice({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className="button camera">
        <FileUp aria-hidden size={20} />
        {t('imports.choose')}
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) onFile(file);
            // The same file may be chosen again, once it is corrected.
            target.value = '';
          }}
        />
      </label>
      <span className="hint" id={`${id}-hint`}>
        {t('imports.choose.hint')}
      </span>
    </div>
  );
}
