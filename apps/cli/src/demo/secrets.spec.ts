import { secretsFrom } from './secrets.ts';

describe('what people sign in with', () => {
  it('is the passphrase that was set, with a PIN that goes with it', () => {
    const one = secretsFrom('hujan turun di gudang');
    expect(one.passphrase).toBe('hujan turun di gudang');
    expect(one.pin).toMatch(/^41\d{6}$/);
    expect(secretsFrom('hujan turun di gudang')).toEqual(one);
    expect(secretsFrom('hujan reda di gudang').pin).not.toBe(one.pin);
  });

  it('is made anew when none was set: six words', () => {
    const [one, other] = [secretsFrom(undefined), secretsFrom(undefined)];
    expect(one.passphrase).toMatch(/^[a-z]+(-[a-z]+){5}$/);
    expect(one.passphrase).not.toBe(other.passphrase);
  });
});
