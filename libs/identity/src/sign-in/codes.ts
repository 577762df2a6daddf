import { createHash, randomBytes } from 'node:crypto';
import type { CodePurpose } from '../domain/account.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 60 random bits in Crockford's base 32, easy to read out: `7K2M-Q9XA-04TD`. */
export function newCodeText(): string {
  const letters = [...randomBytes(12)].map((byte) => alphabet[byte & 31]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** The same code however it was typed: without separators, small or large, O for 0 and I or L for 1. */
const asTyped = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');

/** 60 random bits need no slow hash in the few minutes that a code lives. */
export const codeHash = (user: string, purpose: CodePurpose, text: string): Uint8Array =>
  createHash('sha256')
    .update(`saksi.code.v1\0${user}\0${purpose}\0${asTyped(text)}`)
    .digest();
