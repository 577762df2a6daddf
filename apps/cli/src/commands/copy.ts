import { Command } from 'commander';
import { readConfiguration } from '#configuration';
import { print, withExamples } from '../examples.ts';
import { tellTerminal } from '../terminal.ts';

const whole = (value: number): string => Math.round(value).toLocaleString('en');

export const copyCommand = (): Command =>
  withExamples(
    new Command('copy')
      .requiredOption('--from <log>', 'sqlite:FOLDER, esdb (of SAKSI_EVENTSTOREDB_URL), esdb-file:FILE, or esdb://… without a password')
      .requiredOption('--to <log>', 'the same; empty, or an earlier copy of the same log')
      .action(async ({ from, to }: { from: string; to: string }) => {
        const { copy } = await import('../../../api/src/index.ts');
        const tell = tellTerminal({ endsAtInterrupt: true });
        const { events, seconds, targetSeconds, digest } = await copy(readConfiguration({ SAKSI_LOG_LEVEL: 'error', ...process.env }), { from, to }, tell);
        tell.done();
        if (events > 0)
          print(
            `Copied ${whole(events)} events in ${seconds.toFixed(1)} s, ${whole(events / seconds)} a second. The target's own appends took ${targetSeconds.toFixed(1)} s of it, ${whole(events / targetSeconds)} a second.`,
          );
        print(`Both logs have ${whole(digest.events)} events and the digest ${digest.sha256}.`);
        print('Personal values and accounts are not in the log: move the vault and identity.db (or SAKSI_VAULT_URL) as docs/operations.md says.');
      }),
    'saksi copy --from sqlite:/srv/saksi --to "esdb://127.0.0.1:2113?tls=false"',
    'SAKSI_EVENTSTOREDB_URL_FILE=/run/secrets/eventstoredb_url saksi copy --from sqlite:/srv/saksi --to esdb',
    'SAKSI_DATA=/srv/node saksi copy --from esdb+discover://log.example:2113 --to sqlite:/srv/saksi',
  );
