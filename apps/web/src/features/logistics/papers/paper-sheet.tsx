import { lazy, Suspense } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { Moment } from '../../../shared/ui/times.tsx';
import './paper-sheet.css';

// The library that computes the squares is only loaded by whoever looks at a document.
const QrCode = lazy(async () => ({ default: (await import('../../../shared/ui/qr-code.tsx')).QrCode }));

type Paper = Schemas['Paper'];

/** A document as the server says it, on a sheet of A4: what its PDF has, too. */
export function PaperSheet({ paper }: { readonly paper: Paper }) {
  const { t } = useWords();
  const { title, number, link, language, opening, facts, tables, remarks, withheld, known, printed } = paper;
  return (
    <article className="paper-sheet" lang={language}>
      <header>
        <div>
          <h2>{title}</h2>
          <p className="number">{number}</p>
          <p className="link">{link}</p>
        </div>
        <Suspense fallback={<span className="code" />}>
          <span className="code">
            <QrCode text={link} label={t('paper.code')} />
          </span>
        </Suspense>
      </header>
      {opening.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {facts.length > 0 && (
        <dl>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {tables.map((table) => (
        <PaperTable key={table.title} table={table} />
      ))}
      {(remarks.length > 0 || withheld) && (
        <ul>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
          {withheld && <li>{t('ask.names-withheld')}</li>}
        </ul>
      )}
      <Signatures paper={paper} />
      <footer>
        {t('paper.known')} <Moment when={known} full />
        {printed !== null && (
          <>
            {' · '}
            {t('paper.printed')} <Moment when={printed} full />
          </>
        )}
      </footer>
    </article>
  );
}

function PaperTable({ table: { title, columns, rows } }: { readonly table: Paper['tables'][number] }) {
  return (
    <div className="paper-table" tabIndex={0} role="region" aria-label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map(({ head, side }) => (
              <th key={head} scope="col" data-side={side}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells }) => (
            <tr key={cells.join(' ')}>
              {columns.map(({ head, side }, index) => (
                <td key={head} data-side={side}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Signatures({ paper: { signatures, pens } }: { readonly paper: Paper }) {
  const { t } = useWords();
  return (
    <>
      {signatures.length > 0 && (
        <section>
          <h3>{t('paper.signed')}</h3>
          <ul className="paper-signatures">
            {signatures.map(({ for: what, name, login, account, said }) => (
              <li key={`${what} ${account ?? name ?? ''} ${said.join(' ')}`}>
                <strong>{what}</strong>
                <span>{name ?? login ?? t('paper.nobody')}</span>
                {[...(name !== null && login !== null ? [login] : []), ...said, ...(account === null ? [] : [account])].map((each) => (
                  <small key={each}>{each}</small>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {pens.length > 0 && (
        <section>
          <h3>{t('paper.pens')}</h3>
          <ul className="paper-signatures pens">
            {pens.map((pen) => (
              <li key={pen}>{pen}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
