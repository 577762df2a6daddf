import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import type { ImportResult, Rejection } from './send-file.ts';

interface Rejected {
  readonly file: File;
  readonly result: ImportResult;
  readonly rejections: readonly Rejection[];
}

/** Every rejected row with line, column, value and reason, and all of them as a file to correct and send again. */
export function RejectedRows({ file, result, rejections }: Rejected) {
  const { t } = useWords();
  if (result.rejectedRows === 0) return null;
  return (
    <>
      <h3>{t('imports.rejected')}</h3>
      {result.rejectedFile !== undefined && <Download name={file.name} base64={result.rejectedFile} />}
      <div className="table-scroll import-scroll" tabIndex={0} role="region" aria-label={t('imports.rejected')}>
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">{t('imports.line')}</th>
              <th scope="col">{t('imports.rejected.column')}</th>
              <th scope="col">{t('imports.rejected.value')}</th>
              <th scope="col">{t('imports.rejected.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {rejections.map(({ line, column, value, reason }, index) => (
              <tr key={index}>
                <th scope="row">{line}</th>
                <td>{column}</td>
                <td>{value}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {new Set(rejections.map(({ line }) => line)).size < result.rejectedRows && <p className="quiet">{t('imports.rejected.more')}</p>}
    </>
  );
}

function Download({ name, base64 }: { readonly name: string; readonly base64: string }) {
  const { t } = useWords();
  const dot = name.lastIndexOf('.');
  const named = dot < 0 ? `${name}.ditolak` : `${name.slice(0, dot)}.ditolak${name.slice(dot)}`;
  return (
    <div className="field">
      <Button onClick={() => save(named, base64)}>{t('imports.download')}</Button>
      <span className="hint">{t('imports.download.hint')}</span>
    </div>
  );
}

/** How long a browser may take until it has read what it saves, ms. */
const saving = 60_000;

function save(name: string, base64: string): void {
  const url = URL.createObjectURL(new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), saving);
}
