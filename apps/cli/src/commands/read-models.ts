import { resolve } from 'node:path';
import { Command } from 'commander';
import { readConfiguration } from '#configuration';
import { print, withExamples } from '../examples.ts';
import { runOperation } from '../run-operation.ts';
import { tellTerminal } from '../terminal.ts';

type Contexts = Readonly<Record<string, { readonly position: string }>>;

const places = (contexts: Contexts): string =>
  Object.entries(contexts)
    .map(([context, { position }]) => `${context} up to position ${position}`)
    .join(', ');

const snapshotCommand = (): Command =>
  withExamples(
    new Command('snapshot')
      .description('Copy the views of SAKSI_DATA, while its server runs, with their places in the log. No name is in them, only commitments.')
      .argument('<folder>', 'an empty or a new folder')
      .action(async (folder: string) => {
        const tell = tellTerminal();
        const { to, contexts } = (await runOperation('read-models.snapshot', { to: resolve(folder) }, tell)) as { to: string; contexts: Contexts };
        tell.done();
        print(`Copied to ${to}: ${places(contexts)}. Give it to a new node: saksi read-models restore ${to}`);
      }),
    'saksi read-models snapshot /media/views',
  );

const restoreCommand = (): Command =>
  withExamples(
    new Command('restore')
      .description('Make a snapshot the views of SAKSI_DATA, which has none yet and whose server does not run. It must be of the same version and log.')
      .argument('<folder>', 'a folder that "saksi read-models snapshot" made')
      .action(async (folder: string) => {
        const { restoreReadModels } = await import('../../../api/src/index.ts');
        const configuration = readConfiguration({ SAKSI_LOG_LEVEL: 'error', ...process.env });
        const { contexts, madeAt } = await restoreReadModels(configuration, { from: resolve(folder) });
        print(
          `Restored to ${resolve(configuration.SAKSI_DATA)}: ${places(contexts)}, as of ${madeAt}. What was recorded since is projected when the server starts.`,
        );
      }),
    'SAKSI_DATA=/srv/node-2 saksi read-models restore /media/views',
  );

export function readModelsCommand(): Command {
  const readModels = new Command('read-models');
  readModels.addCommand(snapshotCommand());
  readModels.addCommand(restoreCommand());
  return readModels;
}
