import { useWords } from '../../../shared/language/language.ts';
import type { ImportResult } from './send-file.ts';

/** What was understood of each column, and the first rows as they stand in the file. */
export function Preview({ result: { columns, sample } }: { readonly result: ImportResult }) {
  const { t } = useWords();
  return (
    <>
      <h3>{t('imports.columns')}</h3>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('imports.column')}</th>
              <th scope="col">{t('imports.understood')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ header, is, column }, index) => (
              <tr key={index}>
                <th scope="row">{header}</th>
                <td>{is === 'known' ? <code>{column}</code> : <span className={is === 'unknown' ? 'badge warn' : 'quiet'}>{t(`imports.${is}`)}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t('imports.sample')}</h3>
      <div className="table-scroll import-scroll" tabIndex={0} role="region" aria-label={t('imports.sample')}>
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">{t('imports.line')}</th>
              {columns.map(({ header }, index) => (
                <th scope="col" key={index}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map(({ line, cells }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                {columns.map((_, index) => (
                  <td key={index}>{cells[index] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
