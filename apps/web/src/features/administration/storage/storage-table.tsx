import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';

const mebibytes = (bytes: number, language: string): string => `${(bytes / 2 ** 20).toLocaleString(language, { maximumFractionDigits: 1 })} MiB`;

/** What the data takes on the disk, and what is left. */
export function StorageTable() {
  const { t, language } = useWords();
  const storage = useAnswer('administration.storage', {});
  return (
    <Shown of={storage}>
      {({ parts, freeBytes, head }) => (
        <div className="stack">
          <div className="table-scroll">
            <table>
              <tbody>
                {parts.map(({ part, bytes }) => (
                  <tr key={part}>
                    <th scope="row">{t(`storage.${part}`)}</th>
                    <td className="figures">{mebibytes(bytes, language)}</td>
                  </tr>
                ))}
                <tr>
                  <th scope="row">{t('storage.free')}</th>
                  <td className="figures">
                    <strong>{mebibytes(freeBytes, language)}</strong>
                  </td>
                </tr>
                <tr>
                  <th scope="row">{t('storage.head')}</th>
                  <td className="figures">{head}</td>
                </tr>
              </tbody>
            </table>
          </div>
          {freeBytes < 2 ** 30 && <p className="note alarm">{t('storage.little')}</p>}
        </div>
      )}
    </Shown>
  );
}
