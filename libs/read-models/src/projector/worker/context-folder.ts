import { closeSync, fsyncSync, openSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFile } from './open-database.ts';

/** What follows the context's name in a file's name: version and generation. */
const versioned = /^-[0-9a-f]{16}(\.\d+)?\.db$/;

/** Which files a context has: `<context>-<version>.db`, `<context>-<version>.2.db`…, and `<context>.current`, which names the one that answers. */
export class ContextFolder {
  readonly #folder: string;
  readonly #context: string;
  readonly #version: string;

  constructor(folder: string, context: string, version: string) {
    this.#folder = folder;
    this.#context = context;
    this.#version = version;
  }

  /** The generation that answers, when it is of this version. */
  current(): number | undefined {
    try {
      return this.#generationOf(readFileSync(this.#pointer, 'utf8').trim());
    } catch {
      return undefined;
    }
  }

  /** The newest generation of this version that is there, if any. */
  newest(): number | undefined {
    const generations = readdirSync(this.#folder).flatMap((name) => this.#generationOf(name) ?? []);
    return generations.length === 0 ? undefined : Math.max(...generations);
  }

  path(generation: number): string {
    return join(this.#folder, this.#name(generation));
  }

  /** Names the file that answers from now on, atomically and durably. */
  point(generation: number): void {
    const next = `${this.#pointer}.next`;
    writeFileSync(next, `${this.#name(generation)}\n`, { flush: true });
    renameSync(next, this.#pointer);
    const folder = openSync(this.#folder, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  }

  /** Removes every file of the context, of any version, but these generations of this one. */
  keepOnly(...generations: readonly number[]): void {
    const kept = new Set(generations.map((generation) => this.#name(generation)));
    const own = (name: string): boolean => name.startsWith(`${this.#context}-`) && versioned.test(name.slice(this.#context.length));
    for (const name of readdirSync(this.#folder)) if (own(name) && !kept.has(name)) removeFile(join(this.#folder, name));
  }

  get #pointer(): string {
    return join(this.#folder, `${this.#context}.current`);
  }

  #name(generation: number): string {
    return `${this.#context}-${this.#version}${generation === 1 ? '' : `.${generation}`}.db`;
  }

  #generationOf(name: string): number | undefined {
    const rest = name.startsWith(`${this.#context}-${this.#version}`) ? name.slice(this.#context.length + 1 + this.#version.length) : undefined;
    if (rest === '.db') return 1;
    const generation = rest === undefined ? undefined : /^\.(\d+)\.db$/.exec(rest)?.[1];
    return generation === undefined ? undefined : Number(generation);
  }
}
