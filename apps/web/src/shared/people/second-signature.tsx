import { useRef, type RefObject } from 'react';
import { useWords } from '../language/language.ts';
import { TextField } from '../ui/field.tsx';

/** A second person, as they name themselves, and their PIN. */
export interface SecondPerson {
  readonly login: string;
  readonly pin: string;
}

interface SignatureProps {
  readonly person: SecondPerson;
  readonly onChange: (person: SecondPerson) => void;
  /** The first of the two fields: where the phone is handed over. */
  readonly first: RefObject<HTMLInputElement | null>;
}

/** The phone is handed to a second person, who signs in their own name. Enter goes on to the PIN, and from there sends. */
export function SecondSignature({ person, onChange, first }: SignatureProps) {
  const { t } = useWords();
  const pin = useRef<HTMLInputElement>(null);
  return (
    <fieldset className="stack tight signature">
      <legend>{t('signature.second')}</legend>
      <TextField
        ref={first}
        label={t('signature.login')}
        value={person.login}
        maxLength={40}
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="next"
        onChange={({ target }) => onChange({ ...person, login: target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          pin.current?.focus();
        }}
      />
      <TextField
        ref={pin}
        label={t('signature.pin')}
        type="password"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        enterKeyHint="done"
        value={person.pin}
        onChange={({ target }) => onChange({ ...person, pin: target.value })}
      />
    </fieldset>
  );
}
