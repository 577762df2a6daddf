import { resolve } from 'node:path';
import { Command } from 'commander';
import { readConfiguration } from '#configuration';
import { print, withExamples } from '../examples.ts';
import { runOperation } from '../run-operation.ts';
import { tellTerminal } from '../terminal.ts';

export const backupCommand = (): Command =>
  withExamples(
    new Command('backup').argument('<folder>', 'an empty or a new folder').action(async (folder: string) => {
      const tell = tellTerminal();
      const made = (await runOperation('backup', { to: resolve(folder) }, tell)) as {
        to: string;
        head: string;
        disclosures: number;
        elsewhere?: 'postgres';
      };
      tell.done();
      print(
        made.elsewhere
          ? `Backed up to ${made.to}: the log up to position ${made.head}. The vault and the accounts are in PostgreSQL: dump them now, after the log (docs/operations.md, "PostgreSQL").`
          : `Backed up to ${made.to}: the log up to position ${made.head}, ${made.disclosures} personal values. The wrapped keys are in vault-keys.db: keep them apart, and for a shorter time.`,
      );
    }),
    'saksi backup /media/backup/2023-12-01',
  );

export const restoreCommand = (): Command =>
  withExamples(
    new Command('restore').argument('<folder>', 'a folder that "saksi backup" made').action(async (folder: string) => {
      const { SAKSI_DATA, SAKSI_VAULT_URL: vaultUrl } = readConfiguration(process.env);
      const { restore } = await import('../../../api/src/index.ts');
      const { head, madeAt, elsewhere } = await restore({ from: resolve(folder), folder: resolve(SAKSI_DATA), vaultUrl });
      const inPostgres = vaultUrl === undefined ? '' : ' The vault and the accounts are in PostgreSQL now.';
      const persons = elsewhere ? ' The vault and the accounts were in PostgreSQL: restore their dump there.' : inPostgres;
      print(
        `Restored to ${resolve(SAKSI_DATA)}: the log up to position ${head}, as of ${madeAt}.${persons} Put master.key in its place (or set SAKSI_MASTER_KEY), then run "saksi doctor".`,
      );
    }),
    'SAKSI_DATA=/srv/saksi saksi restore /media/backup/2023-12-01',
  );
