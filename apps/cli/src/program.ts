import { Command } from 'commander';
import { versionOfThisBuild } from '../../api/src/version.ts';

interface Loadable {
  readonly says: string;
  readonly load: () => Promise<Command>;
}

const commands: Readonly<Record<string, Loadable>> = {
  start: {
    says: 'Serve the log in SAKSI_DATA until SIGTERM or SIGINT.',
    load: async () => (await import('./commands/start.ts')).startCommand(),
  },
  demo: {
    says: 'Record the demonstration (a night at the Kemelak warehouse) in an empty SAKSI_DATA, and serve it.',
    load: async () => (await import('./commands/demo.ts')).demoCommand(),
  },
  user: {
    says: 'Accounts.',
    load: async () => (await import('./commands/user.ts')).userCommand(),
  },
  import: {
    says: 'Polling stations, what boxes are to hold and what must go out of a warehouse, from CSV or XLSX. The same file twice changes nothing.',
    load: async () => (await import('./commands/import.ts')).importCommand(),
  },
  tls: {
    says: 'Certificates for https on a local network.',
    load: async () => (await import('./commands/tls.ts')).tlsCommand(),
  },
  rebuild: {
    says: 'Project the log anew into the views of all contexts, or of some, beside the live ones; then swap them in.',
    load: async () => (await import('./commands/views.ts')).rebuildCommand(),
  },
  events: {
    says: 'Print the events of the log, or of one stream. There are no personal values in them, only commitments.',
    load: async () => (await import('./commands/events.ts')).eventsCommand(),
  },
  parked: {
    says: 'Events that a projection could not take.',
    load: async () => (await import('./commands/views.ts')).parkedCommand(),
  },
  backup: {
    says: 'Copy log, vault and accounts, while the server runs, into a new folder. The master key is not in it: keep it elsewhere.',
    load: async () => (await import('./commands/keep.ts')).backupCommand(),
  },
  restore: {
    says: 'Make SAKSI_DATA out of a verified backup. It must hold no log; what was erased after the backup stays erased.',
    load: async () => (await import('./commands/keep.ts')).restoreCommand(),
  },
  'read-models': {
    says: 'Copy the views of a running node for another node, which then need not project the whole log, and give them to it.',
    load: async () => (await import('./commands/read-models.ts')).readModelsCommand(),
  },
  copy: {
    says: 'Copy a log between a folder and EventStoreDB, either way, in order and verified. Goes on where it was stopped.',
    load: async () => (await import('./commands/copy.ts')).copyCommand(),
  },
  erase: {
    says: 'Erase a person: the first call requests it, a second one by another operator orders it and carries it out. The log still verifies.',
    load: async () => (await import('./commands/erase.ts')).eraseCommand(),
  },
  key: {
    says: 'The master key of the vault.',
    load: async () => (await import('./commands/key.ts')).keyCommand(),
  },
  doctor: {
    says: 'Look at disk, permissions, clock, log, vault and views; exit 1 when something is not well.',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand(),
  },
};

/**
 * `saksi` and all its commands. They act through the server that runs on `SAKSI_DATA`, or on the folder itself. Only a
 * command that these arguments name is loaded, with what it needs: `saksi --help` answers at once.
 */
export async function program(args: readonly string[]): Promise<Command> {
  const saksi = new Command('saksi')
    .description('The logbook of an election’s security that cannot be quietly rewritten.')
    .addHelpText(
      'after',
      '\nThe data folder is SAKSI_DATA (default ./data); docs/configuration.md lists every setting.\nExit codes: 0 done, 1 not done (the sentence says why), 2 not understood.',
    )
    .version(versionOfThisBuild);
  for (const [name, { says, load }] of Object.entries(commands)) {
    const command = args.includes(name) ? await load() : new Command(name);
    saksi.addCommand(command.description(says));
  }
  return everyOne(saksi, (command) => command.exitOverride().showHelpAfterError(`(${pathOf(command)} --help says more)`));
}

/** Errors of any command are thrown, so that one place decides about exit codes. */
function everyOne(command: Command, change: (command: Command) => void): Command {
  change(command);
  for (const below of command.commands) everyOne(below, change);
  return command;
}

const pathOf = (command: Command): string => (command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name());
