import { Command } from 'commander';
import { start } from '../../../api/src/index.ts';
import { withExamples } from '../examples.ts';

export const startCommand = (): Command =>
  withExamples(
    new Command('start').action(async () => {
      await start(process.env);
    }),
    'saksi start',
    'SAKSI_PORT=8443 SAKSI_HOST=0.0.0.0 SAKSI_TLS_CERT=tls/server.crt SAKSI_TLS_KEY=tls/server.key saksi start',
  );
