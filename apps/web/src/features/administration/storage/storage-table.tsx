import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';

const units = ['KiB', 'MiB', 'GiB', 'TiB'] as const;

/** In the largest unit of which it is at least one. */
function inUnits(bytes: number, language: string): string {
  const power = Math.min(units.length, Math.max(1, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  const digits = { maximumFractionDigits: bytes >= 2 ** 20 ? 1 : 0 };
  return `${(bytes / 2 ** (10 * power)).toLocaleString(language, digits)} ${units[power - 1] ?? ''}`;
}

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
                    <td className="figures">{inUnits(bytes, language)}</td>
                  </tr>
                ))}
                <tr>
                  <th scope="row">{t('storage.free')}</th>
                  <td className="figures">
                    <strong>{inUnits(freeBytes, language)}</strong>
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
