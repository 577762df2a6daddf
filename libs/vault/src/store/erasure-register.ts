import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { VaultDamaged } from '../errors.ts';

export interface Erasure {
  readonly subject: string;
  /** Epoch ms. */
  readonly at: number;
}

const line = /^([^ ]+) (\d+) ([0-9a-f]{32})$/;
const checkOf = (previous: string, subject: string, at: number | string): string =>
  createHash('sha256').update(`${previous} ${subject} ${at}`, 'utf8').digest('hex').slice(0, 32);

/**
 * Who was erased, in an append-only text file that no backup carries: `<subject> <epoch ms> <check>` a line, each check
 * covering the one before. A vault that is restored from an older backup is brought up to it before it answers.
 */
export class ErasureRegister {
  readonly #file: string;
  readonly #subjects = new Map<string, Erasure>();
  #check = 'saksi.erasure-register.v1';

  constructor(file: string) {
    this.#file = file;
    if (existsSync(file)) this.#read();
  }

  get erasures(): Iterable<Erasure> {
    return this.#subjects.values();
  }

  has(subject: string): boolean {
    return this.#subjects.has(subject);
  }

  /** Durable when it returns; once is enough. */
  append(erasures: readonly Erasure[]): void {
    const fresh = erasures.filter(({ subject }) => !this.has(subject));
    if (fresh.length === 0) return;
    let check = this.#check;
    const lines = fresh.map(({ subject, at }) => `${subject} ${at} ${(check = checkOf(check, subject, at))}\n`);
    const fd = openSync(this.#file, 'a', 0o600);
    try {
      writeSync(fd, lines.join(''));
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    this.#check = check;
    for (const erasure of fresh) this.#subjects.set(erasure.subject, erasure);
  }

  #read(): void {
    const text = readFileSync(this.#file, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    whole
      .split('\n')
      .slice(0, -1)
      .forEach((entry, index) => {
        const [, subject, at, check] = line.exec(entry) ?? [];
        if (subject === undefined || at === undefined || check !== checkOf(this.#check, subject, at)) {
          throw new VaultDamaged({
            why: `line ${index + 1} of the erasure register ${this.#file} was altered. Put back a true copy of it: without it, erased persons could come back.`,
          });
        }
        this.#subjects.set(subject, { subject, at: Number(at) });
        this.#check = check;
      });
    if (whole.length < text.length) this.#cut(Buffer.byteLength(whole, 'utf8'));
  }

  /** A line that a crash cut short was never acknowledged: its erasure did not begin. */
  #cut(length: number): void {
    const fd = openSync(this.#file, 'r+');
    try {
      ftruncateSync(fd, length);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  }
}
