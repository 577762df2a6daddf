import { Command } from 'commander';
import { versionOfThisBuild } from '../../api/src/index.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { eraseCommand } from './commands/erase.ts';
import { eventsCommand } from './commands/events.ts';
import { backupCommand, restoreCommand } from './commands/keep.ts';
import { keyCommand } from './commands/key.ts';
import { startCommand } from './commands/start.ts';
import { tlsCommand } from './commands/tls.ts';
import { userCommand } from './commands/user.ts';
import { parkedCommand, rebuildCommand } from './commands/views.ts';

/** `saksi` and all its commands. They act through the server that runs on `SAKSI_DATA`, or on the folder itself. */
export function program(): Command {
  const saksi = new Command('saksi')
    .description('The logbook of an election’s security that cannot be quietly rewritten.')
    .addHelpText(
      'after',
      '\nThe data folder is SAKSI_DATA (default ./data); docs/configuration.md lists every setting.\nExit codes: 0 done, 1 not done (the sentence says why), 2 not understood.',
    )
    .version(versionOfThisBuild);
  const commands = [
    startCommand(),
    demoCommand(),
    userCommand(),
    tlsCommand(),
    rebuildCommand(),
    eventsCommand(),
    parkedCommand(),
    backupCommand(),
    restoreCommand(),
    eraseCommand(),
    keyCommand(),
    doctorCommand(),
  ];
  for (const command of commands) saksi.addCommand(command);
  return everyOne(saksi, (command) => command.exitOverride().showHelpAfterError(`(${pathOf(command)} --help says more)`));
}

/** Errors of any command are thrown, so that one place decides about exit codes. */
function everyOne(command: Command, change: (command: Command) => void): Command {
  change(command);
  for (const below of command.commands) everyOne(below, change);
  return command;
}

const pathOf = (command: Command): string => (command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name());
