export type Weakness = 'too-short' | 'too-long' | 'holds-the-login' | 'too-simple' | 'not-digits';

export interface SecretRules {
  /** Characters of a passphrase at least. Default 10. */
  readonly passphraseMin?: number;
  /** Characters of a passphrase at most. Default 200. */
  readonly passphraseMax?: number;
  /** Digits of a PIN at least. Default 6. */
  readonly pinMin?: number;
}

/** What is wrong with a new passphrase, if anything. Length counts; rules about signs and capitals do not help (NIST SP 800-63B §5.1.1). */
export function weaknessOfPassphrase(passphrase: string, login: string, { passphraseMin = 10, passphraseMax = 200 }: SecretRules = {}): Weakness | undefined {
  const characters = Array.from(passphrase);
  if (characters.length < passphraseMin) return 'too-short';
  if (characters.length > passphraseMax) return 'too-long';
  const without = passphrase.toLowerCase().replaceAll(login.toLowerCase(), '');
  if (Array.from(without).length < passphraseMin / 2) return 'holds-the-login';
  return new Set(characters).size < 4 ? 'too-simple' : undefined;
}

/** What is wrong with a new PIN, if anything: one digit repeated, or digits that count up or down. */
export function weaknessOfPin(pin: string, { pinMin = 6 }: SecretRules = {}): Weakness | undefined {
  if (!/^\d+$/.test(pin)) return 'not-digits';
  if (pin.length < pinMin) return 'too-short';
  if (pin.length > 12) return 'too-long';
  const steps = new Set(
    Array.from(pin)
      .slice(1)
      .map((digit, index) => Number(digit) - Number(pin[index])),
  );
  const [only] = steps;
  return steps.size === 1 && only !== undefined && Math.abs(only) <= 1 ? 'too-simple' : undefined;
}
