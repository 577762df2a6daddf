import { Command } from 'commander';
import { print, withExamples } from '../examples.ts';
import { runOperation } from '../run-operation.ts';
import { tellTerminal } from '../terminal.ts';

export const keyCommand = (): Command => {
  const key = new Command('key');
  key.addCommand(
    withExamples(
      new Command('rotate')
        .description(
          'Draw a new master key and wrap every key by it, while the server runs. Interrupted anywhere, it is finished by repeating it. Backups made before still need the old key: copy it first.',
        )
        .action(async () => {
          const tell = tellTerminal();
          const { file, fromEnvironment } = (await runOperation('key.rotate', {}, tell)) as { file: string; fromEnvironment: boolean };
          tell.done();
          print(`The vault is under a new master key, in ${file}. Keep a copy of it apart from the backups, and make a backup now.`);
          if (fromEnvironment)
            print(
              'SAKSI_MASTER_KEY, or the file of SAKSI_MASTER_KEY_FILE, still holds the old one: before the next start put the content of that file there, or take the variable away.',
            );
        }),
      'saksi key rotate',
    ),
  );
  return key;
};
