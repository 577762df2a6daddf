import { TextField } from '../ui/field.tsx';

interface QuantityProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Digits, as they were typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Whole units. */
export function QuantityField({ label, hint, value, onChange }: QuantityProps) {
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="numeric"
      maxLength={10}
      value={value}
      onChange={({ target }) => onChange(target.value.replaceAll(/\D/g, ''))}
    />
  );
}

/** Undefined while it says nothing, or nothing of use. */
export function quantityIn(typed: string): number | undefined {
  const quantity = Number(typed);
  return quantity > 0 ? quantity : undefined;
}
