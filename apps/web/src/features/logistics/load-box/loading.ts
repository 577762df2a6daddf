import type { Receipt } from '../../../shared/api/names.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { Entry } from '../../../shared/offline/index.ts';
import { labelIn } from '../../../shared/scanning/label.ts';
import { judge, stranger, type KnownBox, type KnownBoxes, type Verdict } from './judge.ts';

/** A box before the truck, and what was said of it. */
export interface Scan {
  readonly number: number;
  readonly verdict: Verdict;
  /** The entry that waits on this phone: what the server says of it comes later. */
  readonly entry?: string;
  /** Why the server did not take what this phone said of it. */
  readonly problem?: Problem;
  /** What the server says of where it belongs. */
  readonly notices?: NonNullable<Receipt['notices']>;
}

export interface Loaded {
  /** The last ones, the latest first. */
  readonly scans: readonly Scan[];
  /** Went onto the truck since the manifest was asked for. */
  readonly loaded: ReadonlySet<string>;
  /** Were kept off it here. */
  readonly keptOff: number;
}

const remembersScans = 12;

/** One truck being loaded, as one phone sees it: what comes before the truck is judged in memory, one after the other. */
export class Loading {
  #known: Omit<KnownBoxes, 'loaded'> = { lines: [], elsewhere: [], isOurs: () => true };
  #now: Loaded = { scans: [], loaded: new Set(), keptOff: 0 };
  #number = 0;
  readonly #listeners = new Set<() => void>();

  readonly current = (): Loaded => this.#now;
  readonly follow = (told: () => void): (() => void) => {
    this.#listeners.add(told);
    return () => this.#listeners.delete(told);
  };

  /** What the server, or this phone's memory, says of the boxes. */
  know(known: Omit<KnownBoxes, 'loaded'>): void {
    this.#known = known;
  }

  /** A code was read. A box that belongs onto the truck counts as on it from now on. */
  take(code: string): Scan {
    const verdict = judge(code, labelIn(code), { ...this.#known, loaded: this.#now.loaded });
    return this.#show(verdict);
  }

  /** It belonged here by what this phone knew, and the server says why not. */
  refuse({ number, verdict }: Scan, problem: Problem): void {
    const loaded = new Set(this.#now.loaded);
    if ('box' in verdict) loaded.delete(verdict.box.box);
    const scans = this.#replaced(number, (scan) => ({ ...scan, problem }));
    this.#change({ scans, loaded, keptOff: this.#now.keptOff + 1 });
  }

  /** For which station a box is whose label did not say so. */
  name({ number, verdict }: Scan, station: string): Scan | undefined {
    if (verdict.kind !== 'nameless') return undefined;
    const named: Scan = { number, verdict: stranger(verdict.id, station, this.#known.isOurs) };
    this.#change({ ...this.#now, scans: this.#replaced(number, () => named), keptOff: this.#now.keptOff + 1 });
    return named;
  }

  /** It waits on this phone under this id. */
  waits({ number }: Scan, entry: string): void {
    this.#change({ ...this.#now, scans: this.#replaced(number, (scan) => ({ ...scan, entry })) });
  }

  /** That it was kept off was not taken. */
  notTaken({ number }: Scan, problem: Problem): void {
    this.#change({ ...this.#now, scans: this.#replaced(number, (scan) => ({ ...scan, problem })) });
  }

  /** What waited has gone its way: what the server said of it. */
  hear(entries: readonly Entry[]): void {
    for (const scan of this.#now.scans) {
      const { receipt, problem, state } = entries.find(({ id }) => id === scan.entry) ?? {};
      if (state === 'recorded' && receipt && !scan.notices) this.kept(scan, receipt);
      if (state === 'to-decide' && problem && !scan.problem) this.notTaken(scan, problem);
    }
  }

  /** That it was kept off stands in the log, or waits. A server that knew more has it on the truck. */
  kept({ number, verdict }: Scan, receipt: Receipt | undefined): void {
    if (verdict.kind !== 'wrong' || !receipt) return;
    const { notices } = receipt;
    if (notices) return this.#change({ ...this.#now, scans: this.#replaced(number, (scan) => ({ ...scan, notices })) });
    const right: Verdict = { kind: 'right', box: verdict.box };
    const scans = this.#replaced(number, () => ({ number, verdict: right }));
    this.#change({ scans, loaded: new Set([...this.#now.loaded, verdict.box.box]), keptOff: this.#now.keptOff - 1 });
  }

  /** The box came off the truck again. */
  takeOff(box: KnownBox): void {
    const loaded = new Set(this.#now.loaded);
    loaded.delete(box.box);
    this.#known = { ...this.#known, lines: this.#known.lines.map((line) => (line.box === box.box ? { ...line, state: 'gone-on' as const } : line)) };
    this.#change({ ...this.#now, loaded });
  }

  #replaced(number: number, change: (scan: Scan) => Scan): readonly Scan[] {
    return this.#now.scans.map((scan) => (scan.number === number ? change(scan) : scan));
  }

  #show(verdict: Verdict): Scan {
    this.#number += 1;
    const scan = { number: this.#number, verdict };
    const { scans, loaded, keptOff } = this.#now;
    this.#change({
      scans: [scan, ...scans].slice(0, remembersScans),
      loaded: verdict.kind === 'right' ? new Set([...loaded, verdict.box.box]) : loaded,
      keptOff: keptOff + (verdict.kind === 'wrong' ? 1 : 0),
    });
    return scan;
  }

  #change(now: Loaded): void {
    this.#now = now;
    for (const told of this.#listeners) told();
  }
}
