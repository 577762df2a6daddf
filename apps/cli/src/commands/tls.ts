import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { readConfiguration } from '#configuration';
import { initialiseTls, phoneSteps } from '#http';
import { systemClock } from '#kernel';
import { print, withExamples } from '../examples.ts';

export const tlsCommand = (): Command => {
  const tls = new Command('tls');
  tls.addCommand(
    withExamples(
      new Command('init')
        .description(
          'Make a local authority (once) and a server certificate, and show how phones come to trust them. Repeat it to renew; a running server takes the new one up.',
        )
        .option('--folder <folder>', 'where they are kept; default: tls in SAKSI_DATA')
        .option('--host <host...>', 'names and addresses of the server; default: those of this machine')
        .action(async ({ folder, host }: { folder?: string; host?: readonly string[] }) => {
          const at = folder ?? join(readConfiguration(process.env).SAKSI_DATA, 'tls');
          const { files, hosts, newAuthority } = await initialiseTls({ folder: resolve(at), now: systemClock.now(), ...(host && { hosts: host }) });
          print(`${newAuthority ? 'A new authority and a' : 'A'} certificate for ${hosts.join(', ')}.`);
          print(`Start the server with SAKSI_TLS_CERT=${files.cert} SAKSI_TLS_KEY=${files.key}`);
          const { SAKSI_PORT } = readConfiguration(process.env);
          const reachable = hosts.find((name) => !['localhost', '127.0.0.1', '::1'].includes(name)) ?? 'localhost';
          print(await phoneSteps({ origin: `https://${reachable}:${SAKSI_PORT}`, authorityCert: await readFile(files.authorityCert, 'utf8') }));
        }),
      'saksi tls init',
      'saksi tls init --host gudang.local 192.0.2.10',
    ),
  );
  return tls;
};
