import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSecretsIn, type Secrets } from '../secrets/secrets.ts';

/** A real identity.db in a temporary folder, which can be closed and opened again. */
export function secretsFolder(): { readonly file: string; open(): Secrets; remove(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-identity-'));
  const opened: Secrets[] = [];
  const file = join(folder, 'identity.db');
  return {
    file,
    open() {
      const secrets = openSecretsIn(file);
      opened.push(secrets);
      return secrets;
    },
    async remove() {
      await Promise.all(opened.map((secrets) => secrets.close()));
      rmSync(folder, { recursive: true });
    },
  };
}
