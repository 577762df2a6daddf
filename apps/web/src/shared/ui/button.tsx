import type { ButtonHTMLAttributes, ReactNode } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does: acts (the main thing of a screen), alarms, or something beside it. */
  readonly does?: 'acts' | 'alarms' | 'beside';
  readonly wide?: boolean;
  readonly low?: boolean;
  readonly children: ReactNode;
}

export function Button({ does = 'beside', wide = false, low = false, type = 'button', ...rest }: ButtonProps) {
  const classes = ['button', does === 'beside' ? '' : does, wide ? 'wide' : '', low ? 'low' : ''];
  return <button type={type} className={classes.filter(Boolean).join(' ')} {...rest} />;
}
