import { useMemo, useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { findGuests } from '../../../shared/people/find-guests.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/field.tsx';
import { Moment } from '../../../shared/ui/times.tsx';

export type KnownGuest = Schemas['KnownGuest'];

interface FinderProps {
  readonly post: string;
  readonly onKnown: (guest: KnownGuest) => void;
  readonly onNew: (name: string) => void;
}

/** Three letters of a name, and whoever reported here before is one tap away. */
export function GuestFinder({ post, onKnown, onNew }: FinderProps) {
  const { t } = useWords();
  const [letters, setLetters] = useState('');
  const known = useAnswer('access.known-guests', { post, limit: 500 });
  const items = known.answer?.value.items;
  const found = useMemo(() => findGuests(items ?? [], letters), [items, letters]);
  return (
    <div className="stack filling">
      <TextField
        label={t('check-in.who')}
        hint={t('check-in.three-letters')}
        type="search"
        value={letters}
        autoFocus
        onChange={({ target }) => setLetters(target.value)}
      />
      <Shown of={known}>
        {() => (
          <ul className="stack tight">
            {found.map((guest) => (
              <li key={guest.guest}>
                <Button wide onClick={() => onKnown(guest)}>
                  <span className="grow found">
                    {guest.name}
                    <span className="small quiet block">
                      {guest.organisation ?? t('check-in.no-organisation')} · {t('check-in.last')} <Moment when={guest.lastReported} />
                    </span>
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <div className="thumb">
        <Button does={letters.length >= 3 && found.length === 0 ? 'acts' : 'beside'} wide onClick={() => onNew(letters.trim())}>
          {t('check-in.new-guest')}
        </Button>
      </div>
    </div>
  );
}
