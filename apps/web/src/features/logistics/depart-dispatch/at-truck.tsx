import type { ReactNode } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { EscortField } from '../../../shared/people/escort-field.tsx';
import { Chips, TextField, Ticks } from '../../../shared/ui/field.tsx';
import { looks, type Found, type Look, type Seen } from './found.ts';

interface TruckProps {
  readonly run: Schemas['Manifest'];
  readonly found: Found;
  readonly onFind: (found: Found) => void;
}

/** What stands before one's eyes: the seals that are put on the doors, and whether the rest is what the plan says, one tap each. */
export function AtTruck({ run, found, onFind }: TruckProps) {
  const { t } = useWords();
  const planned: Readonly<Record<Look, string>> = {
    plate: run.vehicle ?? t('run.no-plate'),
    driver: run.driverName ?? t('person.unnamed'),
    escort: t('run.guards', { guards: run.escort.length }),
  };
  return (
    <fieldset className="stack">
      <legend>{t('depart.look')}</legend>
      <SealsPutOn found={found} onFind={onFind} />
      {looks.map((look) => (
        <Looked
          key={look}
          look={look}
          planned={planned[look]}
          seen={found.seen[look]}
          onSee={(seen) => onFind({ ...found, seen: { ...found.seen, [look]: seen } })}
          {...(look === 'escort' && { known: <EscortField chosen={found.escort} onChoose={(escort) => onFind({ ...found, escort })} /> })}
        />
      ))}
    </fieldset>
  );
}

/** A scanner types them one after the other, each with its Enter. */
function SealsPutOn({ found, onFind }: Omit<TruckProps, 'run'>) {
  const { t } = useWords();
  return (
    <div className="stack tight">
      {!found.isBare && (
        <TextField
          label={t('depart.seals')}
          hint={t('seals.hint')}
          value={found.seals}
          maxLength={300}
          autoFocus
          autoCapitalize="characters"
          enterKeyHint="next"
          onChange={({ target }) => onFind({ ...found, seals: target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            onFind({ ...found, seals: `${found.seals.trim()} ` });
          }}
        />
      )}
      {(found.isBare || found.seals.trim() === '') && (
        <Ticks
          label={t('depart.bare')}
          choices={[{ value: 'bare', label: t('depart.bare.tick') }]}
          values={new Set(found.isBare ? ['bare'] : [])}
          onChoose={(chosen) => onFind({ ...found, isBare: chosen.has('bare') })}
        />
      )}
    </div>
  );
}

interface LookedProps {
  readonly look: Look;
  readonly planned: string;
  readonly seen: Seen | undefined;
  readonly onSee: (seen: Seen) => void;
  /** Where those are chosen whom the app knows; the others are typed. */
  readonly known?: ReactNode;
}

function Looked({ look, planned, seen, onSee, known }: LookedProps) {
  const { t } = useWords();
  const choices = [
    { value: 'planned' as const, label: t('depart.as-planned', { planned }) },
    { value: 'other' as const, label: t('depart.other') },
  ];
  return (
    <div className="stack tight">
      <Chips label={t(`depart.look.${look}`)} choices={choices} value={seen?.as} onChoose={(as) => onSee({ as, other: seen?.other ?? '' })} />
      {seen?.as === 'other' && known}
      {seen?.as === 'other' && (
        <TextField
          label={t(`depart.found.${look}`)}
          {...(look === 'escort' && { hint: t('depart.found.escort.hint') })}
          value={seen.other}
          maxLength={look === 'plate' ? 20 : look === 'driver' ? 120 : 400}
          autoFocus={known === undefined}
          autoCapitalize={look === 'plate' ? 'characters' : 'words'}
          spellCheck={false}
          enterKeyHint="done"
          onChange={({ target }) => onSee({ as: 'other', other: target.value })}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
    </div>
  );
}
