const village = 10;

/** Digits as they are typed, with the hyphen where a station's code has it: `1601141011007` is `1601141011-007`. */
export function asStation(typed: string): string {
  const digits = typed.replaceAll(/\D/g, '').slice(0, village + 3);
  return digits.length > village ? `${digits.slice(0, village)}-${digits.slice(village)}` : digits;
}

export const isStation = (text: string): boolean => /^\d{10}-\d{3}$/.test(text);
