import { dirname } from 'node:path';
import type { Change } from '../../port.ts';
import type { ProjectorData, Report } from '../messages.ts';
import type { ContextFile } from './context-file.ts';
import { ContextFiles } from './context-files.ts';
import type { Declarations } from './load.ts';
import { LogEvent } from './log-event.ts';
import type { LogSource, Looked } from './log-source.ts';
import { isDamaged } from './sqlite-errors.ts';

type Options = Pick<ProjectorData, 'folder' | 'knownTypes' | 'batchEvents' | 'namedChanges' | 'sharedLog' | 'holdMs'>;

/** Brings every file up to the end of the log, a batch at a time, those nearest to it first. */
export class Projector {
  readonly #source: LogSource;
  readonly #declarations: Declarations;
  readonly #options: Options;
  readonly #known: ReadonlySet<string>;
  readonly #contexts: readonly ContextFiles[];
  #head = 0n;
  #changes: Change[] = [];
  /** Since when a file has held something that others do not see; undefined: none does. */
  #heldSince: number | undefined;

  constructor(source: LogSource, declarations: Declarations, options: Options) {
    this.#source = source;
    this.#declarations = declarations;
    this.#options = options;
    this.#known = new Set([
      ...options.knownTypes,
      ...declarations.upcasters.keys(),
      ...declarations.contexts.flatMap(({ projections }) => projections.flatMap(({ steps }) => [...steps.keys()])),
    ]);
    this.#contexts = declarations.contexts.map((declaration) => new ContextFiles(declaration, options.folder));
  }

  async open(): Promise<void> {
    const { sharedLog } = this.#options;
    const stands = async (position: bigint, id: string, path: string): Promise<boolean> => {
      const found = position === 0n || (await this.#source.stands(position, id));
      if (!found && sharedLog) throw new OfAnotherLog(path, position);
      return found;
    };
    for (const context of this.#contexts) await context.open(stands);
  }

  rebuild(name: string): void {
    this.#contexts.find(({ context }) => context === name)?.rebuild();
  }

  /** One batch for each file that is behind. True when there is more to do at once. */
  async turn(): Promise<boolean> {
    let behind = false;
    for (const [position, users] of this.#byPosition()) {
      const looked = await this.#look(position);
      this.#head = looked.head;
      if (this.#project(looked, users)) behind = true;
    }
    return behind;
  }

  /** The file that answers for a context. */
  answering(name: string): ContextFile | undefined {
    return this.#contexts.find(({ context }) => context === name)?.answering;
  }

  /** How long what was projected may still be held back, ms: not at all when somebody waits to see `wanted`. */
  patience(wanted: bigint): number {
    if (this.#heldSince === undefined) return 0;
    const awaited = this.#contexts.some(({ answering }) => answering && answering.committed < wanted && wanted <= answering.position);
    return awaited ? 0 : Math.max(0, this.#heldSince + this.#options.holdMs - performance.now());
  }

  /** Lets everyone see what was projected. */
  commit(): void {
    this.#heldSince = undefined;
    for (const context of this.#contexts) this.#try(context, context.answering, () => this.#changes.push(...context.commit(this.#options.namedChanges)));
  }

  /** What changed since the last report. */
  report(): Report {
    const changes = this.#changes;
    this.#changes = [];
    return { kind: 'report', head: this.#head, contexts: this.#contexts.map((context) => context.report()), changes };
  }

  /** The machine's failures are tried again, after a pause. */
  forgive(): void {
    for (const context of this.#contexts) if (context.stopped?.kind === 'faulty') context.stopped = undefined;
  }

  get faulty(): boolean {
    return this.#contexts.some(({ stopped }) => stopped?.kind === 'faulty');
  }

  close(): void {
    for (const context of this.#contexts) context.close();
    this.#source.close();
  }

  /** A full batch: a source may give less at a time, but a transaction should be worth its commit. */
  async #look(from: bigint): Promise<Looked> {
    let looked = await this.#source.look(from, this.#options.batchEvents);
    while (looked.through < looked.head && looked.events.length < this.#options.batchEvents) {
      const { events, through, head } = await this.#source.look(looked.through, this.#options.batchEvents - looked.events.length);
      looked = { events: [...looked.events, ...events], through, head };
    }
    return looked;
  }

  /** Files at the same position share one read; those nearest to the log's end come first, so that a rebuild does not hold them up. */
  #byPosition(): readonly (readonly [bigint, readonly User[]])[] {
    const users = this.#contexts.flatMap((context) => (context.stopped ? [] : context.files.map((file): User => ({ context, file }))));
    return [...Map.groupBy(users, ({ file }) => file.position)].sort(([a], [b]) => (a > b ? -1 : 1));
  }

  #project(looked: Looked, users: readonly User[]): boolean {
    const unknown = looked.events.findIndex(({ type }) => !this.#known.has(type));
    const taken = unknown < 0 ? looked.events : looked.events.slice(0, unknown);
    const through = unknown < 0 ? looked.through : (taken.at(-1)?.position ?? users[0]?.file.position ?? 0n);
    let knownFrom = users[0]?.file.last.knownFrom ?? 0;
    const events = taken.map((stored) => {
      const event = new LogEvent(stored, knownFrom, this.#declarations.upcasters.get(stored.type) ?? []);
      knownFrom = event.knownFrom;
      return event;
    });
    const stranger = looked.events[unknown];
    for (const user of users) {
      this.#apply(user, events, through);
      if (stranger && !user.context.stopped) user.context.stopped = { kind: 'unknown-event', type: stranger.type, position: stranger.position };
      if (!user.context.stopped && through >= looked.head) user.context.caughtUp(user.file);
    }
    return !stranger && through < looked.head;
  }

  #apply({ context, file }: User, events: readonly LogEvent[], through: bigint): void {
    if (through === file.position) return;
    this.#try(context, file, () => context.project(file, events, through));
    if (file.holds) this.#heldSince ??= performance.now();
  }

  #try(context: ContextFiles, file: ContextFile | undefined, work: () => void): void {
    try {
      work();
    } catch (error) {
      context.stopped = { kind: 'faulty', why: error instanceof Error ? error.message : String(error) };
      if (file && isDamaged(error)) context.replace(file);
    }
  }
}

/**
 * The views were made from a log that this is not. Where others append to the same log, nobody can know here whether it
 * was replaced on purpose: a person decides.
 */
export class OfAnotherLog extends Error {
  override readonly name = 'OfAnotherLog';
  constructor(path: string, position: bigint) {
    super(
      `The views in ${path} were made from another log, or the log was restored from an older backup: it does not hold the event at position ${position} that they saw last. If that is meant, delete the folder ${dirname(path)} and start again: the views are made anew from the log. If not, look at SAKSI_EVENTSTOREDB_URL and SAKSI_EVENTSTOREDB_PREFIX, and at what was restored.`,
    );
  }
}

interface User {
  readonly context: ContextFiles;
  readonly file: ContextFile;
}
