import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settableClock, uuidv7, type PersonalKind } from '#kernel';
import type { Disclosure } from '#cqrs';
import type { OpenStorage } from '../storage.ts';
import { openVault, type Vault, type VaultOptions } from '../vault.ts';
import { alterDatabase } from './alter.ts';

const start = Date.UTC(2023, 10, 30, 19, 13);

/** Where the vault of a spec lies: what opens it, and what alters it behind its back. */
export interface TestStorage {
  readonly open?: OpenStorage;
  alter(folder: string, sql: string): Promise<unknown>;
  remove(): Promise<void>;
}

export const inFile: TestStorage = { alter: alterDatabase, remove: async () => undefined };

/** A vault with a folder of its own, for specs. Several on one storage are several nodes. */
export class VaultFixture {
  readonly storage: TestStorage;
  readonly folder = mkdtempSync(join(tmpdir(), 'saksi-vault-'));
  readonly data = join(this.folder, 'data');
  readonly clock = settableClock(start);
  masterKey: Uint8Array = randomBytes(32);
  #vault: Vault | undefined;

  constructor(storage: TestStorage = inFile) {
    this.storage = storage;
  }

  get vault(): Vault {
    if (!this.#vault) throw new Error('open() first.');
    return this.#vault;
  }

  async open(options: Partial<VaultOptions> = {}): Promise<Vault> {
    await this.close();
    const { open: storage } = this.storage;
    this.#vault = await openVault({ folder: this.data, masterKey: this.masterKey, clock: this.clock, ...(storage && { storage }), ...options });
    return this.#vault;
  }

  async close(): Promise<void> {
    await this.#vault?.close();
    this.#vault = undefined;
  }

  async remove(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true });
    await this.storage.remove();
  }

  /** Changes what is stored, as a burglar would, while the vault is closed. */
  alter(sql: string): Promise<unknown> {
    return this.storage.alter(this.data, sql);
  }

  subject(): string {
    return uuidv7(this.clock.now());
  }

  disclosure(subject: string, value: string, kind: PersonalKind = 'name', about: readonly string[] = []): Disclosure {
    const path = `spec.${kind}`;
    return { ...this.vault.commit({ commandId: uuidv7(this.clock.now()), subject, path, value }), subject, path, value, kind, about };
  }

  async keep(subject: string, value: string, kind: PersonalKind = 'name', about: readonly string[] = []): Promise<string> {
    const disclosure = this.disclosure(subject, value, kind, about);
    await this.vault.keep([disclosure]);
    return disclosure.commitment;
  }

  async value(commitment: string): Promise<string | undefined> {
    return (await this.vault.reveal([commitment])).get(commitment)?.value;
  }

  days(days: number): void {
    this.clock.set(this.clock.now() + days * 86_400_000);
  }

  /** The files, at any depth, that hold one of these, as they are or in hex or base64 or UTF-16. */
  filesHolding(...secrets: readonly (string | Uint8Array)[]): readonly string[] {
    const needles = secrets.flatMap((secret) => {
      const bytes = Buffer.from(secret);
      return [
        bytes,
        Buffer.from(bytes.toString('hex')),
        Buffer.from(bytes.toString('base64').replace(/=+$/, '').slice(0, -1)),
        Buffer.from(bytes.toString('latin1'), 'utf16le'),
      ];
    });
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => {
        const content = readFileSync(file);
        return needles.some((needle) => content.includes(needle));
      });
  }
}
