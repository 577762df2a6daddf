import { useId, type ComponentProps, type ReactNode, type TextareaHTMLAttributes } from 'react';

interface Named {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
}

function described({ label, hint, fault }: Named, id: string, control: ReactNode) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {control}
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault !== undefined && (
        <span className="fault" id={`${id}-fault`} role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}

const descriptions = (id: string, { hint, fault }: Named): string | undefined =>
  [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`].filter(Boolean).join(' ') || undefined;

export function TextField({ label, hint, fault, ...input }: Named & ComponentProps<'input'>) {
  const id = useId();
  const named = { label, hint, fault };
  return described(named, id, <input id={id} autoComplete="off" aria-describedby={descriptions(id, named)} aria-invalid={fault !== undefined} {...input} />);
}

export function LongField({ label, hint, fault, ...input }: Named & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  const named = { label, hint, fault };
  return described(named, id, <textarea id={id} aria-describedby={descriptions(id, named)} aria-invalid={fault !== undefined} {...input} />);
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface ChoiceProps<T extends string> extends Named {
  readonly choices: readonly Choice<T>[];
  readonly value: T | undefined;
  readonly onChoose: (value: T) => void;
}

export function SelectField<T extends string>({ label, hint, fault, choices, value, onChoose }: ChoiceProps<T>) {
  const id = useId();
  const named = { label, hint, fault };
  return described(
    named,
    id,
    <select
      id={id}
      value={value ?? ''}
      aria-describedby={descriptions(id, named)}
      onChange={({ target }) => {
        const chosen = choices.find((choice) => choice.value === target.value);
        if (chosen) onChoose(chosen.value);
      }}
    >
      {value === undefined && <option value="" />}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>,
  );
}

/** A few choices, all of them in sight: one tap each. */
export function Chips<T extends string>({ label, hint, choices, value, onChoose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {hint !== undefined && <span className="hint">{hint}</span>}
      <div className="chips">
        {choices.map((choice) => (
          <label key={choice.value} className="chip">
            <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChoose(choice.value)} />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Several of a few. */
export function Ticks<T extends string>({
  label,
  choices,
  values,
  onChoose,
}: Omit<ChoiceProps<T>, 'value' | 'onChoose'> & { readonly values: ReadonlySet<T>; readonly onChoose: (values: ReadonlySet<T>) => void }) {
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="chips">
        {choices.map(({ value, label: text }) => (
          <label key={value} className="chip">
            <input
              type="checkbox"
              checked={values.has(value)}
              onChange={() => onChoose(values.has(value) ? new Set([...values].filter((each) => each !== value)) : new Set([...values, value]))}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
