import { createHash, randomInt } from 'node:crypto';
import type { Secrets } from './recording/client.ts';

/* 32 short words of the river and the market: six of them are 30 bits, enough for a demonstration behind a limit of attempts. */
const words =
  'sungai ogan hujan pasar kopi duku pempek perahu jembatan bukit sawah durian angin malam gudang terpal lentera sepeda kerbau melati rotan kelapa tikar padi batang lampu payung kolam rakit cempaka dermaga genteng'.split(
    ' ',
  );

/** The passphrase that was set, or a new one. */
export function secretsFrom(passphrase: string | undefined): Secrets {
  const chosen = passphrase ?? Array.from({ length: 6 }, () => words[randomInt(words.length)]).join('-');
  return { passphrase: chosen, pin: pinOf(chosen) };
}

/** The same passphrase has the same PIN, so that only one of them must be remembered. It never counts up or down: it begins with 41. */
const pinOf = (passphrase: string): string =>
  `41${String(createHash('sha256').update(`saksi.demonstration.pin\0${passphrase}`).digest().readUInt32BE() % 1_000_000).padStart(6, '0')}`;
