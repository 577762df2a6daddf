import type { ContextReport, FileReport } from '../messages.ts';
import type { Change, ContextState } from '../../port.ts';
import { ContextFile } from './context-file.ts';
import { ContextFolder } from './context-folder.ts';
import type { Touched } from './file-steps.ts';
import type { ContextDeclaration } from './load.ts';
import type { LogEvent } from './log-event.ts';
import { removeFile } from './open-database.ts';
import { isDamaged } from './sqlite-errors.ts';

/** Whether the log still holds the event that a file saw last: not after another log was put in its place. */
export type StandsInLog = (position: bigint, id: string, path: string) => Promise<boolean>;

/** One context's files: the one that answers, and one that fills to take its place. */
export class ContextFiles {
  readonly context: string;
  readonly #declaration: ContextDeclaration;
  readonly #folder: ContextFolder;
  #answering: { readonly file: ContextFile; readonly generation: number } | undefined;
  #filling: { readonly file: ContextFile; readonly generation: number } | undefined;
  /** Why the projector cannot go on; undefined while it does. */
  stopped: ContextState | undefined;
  #live = false;
  #touched: Touched = new Map();

  constructor(declaration: ContextDeclaration, folder: string) {
    this.context = declaration.context;
    this.#declaration = declaration;
    this.#folder = new ContextFolder(folder, declaration.context, declaration.version);
  }

  /** Opens what is there and begins to fill what is missing; a rebuild that was interrupted goes on. */
  async open(stands: StandsInLog): Promise<void> {
    const current = this.#folder.current();
    const newest = this.#folder.newest();
    const answering = current === undefined ? undefined : await this.#openSound(current, 'answers', stands);
    if (answering && current !== undefined) this.#answering = { file: answering, generation: current };
    if (this.#answering && (newest ?? 0) <= this.#answering.generation) return this.#tidy();
    const generation = newest ?? 1;
    const file = (await this.#openSound(generation, 'fills', stands)) ?? this.#make(generation, 'fills');
    this.#filling = { file, generation };
  }

  get files(): readonly ContextFile[] {
    return [this.#answering?.file, this.#filling?.file].filter((file) => file !== undefined);
  }

  get answering(): ContextFile | undefined {
    return this.#answering?.file;
  }

  takes(type: string): boolean {
    return this.files[0]?.takes(type) ?? false;
  }

  rebuild(): void {
    if (this.#filling) return;
    const generation = (this.#answering?.generation ?? 0) + 1;
    removeFile(this.#folder.path(generation));
    this.#filling = { file: this.#make(generation, 'fills'), generation };
  }

  /** Projects a batch into one of the files: the one that fills is committed at once, the one that answers when it is told to. */
  project(file: ContextFile, events: readonly LogEvent[], through: bigint): void {
    const answers = file === this.#answering?.file;
    file.project(events, through, answers && this.#live ? this.#touched : undefined);
    if (!answers) file.commit();
  }

  /** Lets everyone see what the file that answers has taken. Rows that changed are named only when it was up to date. */
  commit(namedChanges: number): readonly Change[] {
    const file = this.#answering?.file;
    const touched = this.#touched;
    this.#touched = new Map();
    if (!file) return [];
    file.commit();
    return [...touched].map(([projection, keys]) => ({
      context: this.context,
      projection,
      position: file.committed,
      ...(keys.size <= namedChanges && { keys: [...keys] }),
    }));
  }

  /** The file has seen the whole log: if it was filling, it answers from now on, and older files go. */
  caughtUp(file: ContextFile): void {
    if (file === this.#answering?.file && !this.#live) {
      file.followLive();
      this.#live = true;
    }
    if (!this.#filling || file !== this.#filling.file) return;
    file.settle();
    file.followLive();
    this.#folder.point(this.#filling.generation);
    this.#answering?.file.close();
    this.#answering = this.#filling;
    this.#filling = undefined;
    this.#live = true;
    this.#tidy();
  }

  /** Throws the file away, after SQLite said that it is damaged, and begins anew. */
  replace(file: ContextFile): void {
    const damaged = file === this.#answering?.file ? this.#answering : this.#filling;
    if (!damaged) return;
    damaged.file.close();
    removeFile(damaged.file.path);
    if (damaged === this.#answering) {
      this.#answering = undefined;
      this.#live = false;
      if (this.#filling) return;
    }
    this.#filling = { file: this.#make(damaged.generation, 'fills'), generation: damaged.generation };
  }

  report(): ContextReport {
    return {
      context: this.context,
      version: this.#declaration.version,
      state: this.#state(),
      ...(this.#answering && { answering: reportOf(this.#answering.file) }),
      ...(this.#filling && { filling: reportOf(this.#filling.file) }),
    };
  }

  close(): void {
    for (const file of this.files) file.close();
  }

  #state(): ContextState {
    if (this.stopped) return this.stopped;
    if (!this.#answering) return { kind: 'rebuilding' };
    return { kind: this.#live ? 'live' : 'catching-up' };
  }

  #tidy(): void {
    this.#folder.keepOnly(...[this.#answering, this.#filling].flatMap((kept) => kept?.generation ?? []));
  }

  #make(generation: number, use: 'answers' | 'fills'): ContextFile {
    return new ContextFile(this.#folder.path(generation), this.#declaration.version, this.#declaration.projections, use);
  }

  /** Whether what the file saw is in the log; closes it when that cannot be known or is refused. */
  async #stands(file: ContextFile, stands: StandsInLog): Promise<boolean> {
    try {
      return await stands(file.last.position, file.last.id, file.path);
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** The file of this generation, unless it is damaged, of another log, or half made: then it is removed. */
  async #openSound(generation: number, use: 'answers' | 'fills', stands: StandsInLog): Promise<ContextFile | undefined> {
    const path = this.#folder.path(generation);
    try {
      const file = this.#make(generation, use);
      if (file.position === 0n || (await this.#stands(file, stands))) return file;
      file.close();
    } catch (error) {
      if (!isDamaged(error)) throw error;
    }
    removeFile(path);
    return undefined;
  }
}

const reportOf = ({ path, committed, parked, events }: ContextFile): FileReport => ({ file: path, position: committed, parked, events });
