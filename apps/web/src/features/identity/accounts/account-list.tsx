import { useState } from 'react';
import { Link } from 'wouter';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { ofLocalInput } from '../../../shared/time/say.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { TextField } from '../../../shared/ui/field.tsx';

/** Every account with the roles it holds at an instant; no names, for an administrator reads none. */
export function AccountList() {
  const { t } = useWords();
  const [at, setAt] = useState('');
  const instant = ofLocalInput(at);
  const accounts = useAnswer('identity.accounts', { limit: 500, ...(instant !== undefined && { at: instant }) });
  return (
    <div className="stack">
      <TextField label={t('accounts.at')} hint={t('accounts.at.hint')} type="datetime-local" value={at} onChange={({ target }) => setAt(target.value)} />
      <Shown of={accounts}>
        {({ items }) => (
          <ul className="stack tight">
            {items.map(({ account, login, suspended, roles }) => (
              <li key={account}>
                <Link href={`/account/${account}`} className={`card account ${suspended ? 'alarm' : roles.length === 0 ? 'warn' : 'ok'}`}>
                  <strong>{login}</strong>
                  <span className="small quiet block">{roles.length === 0 ? t('accounts.no-role') : roles.map((role) => t(`role.${role}`)).join(', ')}</span>
                  {suspended && <span className="badge alarm">{t('accounts.suspended')}</span>}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </div>
  );
}
