import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { record, useAnswer, useQueue, type Answered } from '../../../shared/offline/index.ts';
import { give, type Signal } from '../../../shared/scanning/signals.ts';
import { covers, useMe } from '../../../shared/session/session.ts';
import type { KnownBox, Verdict } from './judge.ts';
import { Loading, type Loaded, type Scan } from './loading.ts';

export interface OfRun {
  readonly dispatch: string;
  readonly destination: string;
  /** The widest area whose boxes this person may know: a wrong box is from there. */
  readonly area: string;
}

interface UseLoading extends Loaded {
  readonly manifest: Answered<Schemas['Manifest']>;
  readonly runs: readonly Schemas['RunOnBoard'][];
  /** A code was read or typed. */
  readonly take: (code: string) => void;
  /** For which station a box is whose label did not say so. */
  readonly name: (scan: Scan, station: string) => void;
  /** A box that was counted is not on the truck: it was put back. */
  readonly takeOff: (box: KnownBox, village: string, warehouse: string) => Promise<void>;
}

const signals: Readonly<Record<Verdict['kind'], Signal>> = {
  right: 'right',
  again: 'again',
  several: 'again',
  wrong: 'wrong',
  nameless: 'wrong',
  unknown: 'wrong',
};

/** How often the manifest is asked for anew, ms. */
const anew = 30_000;

/** Loads the truck of a run: judged at once by what this phone knows, recorded behind, in the order in which boxes came. */
export function useLoading({ dispatch, destination, area }: OfRun): UseLoading {
  const [loading] = useState(() => new Loading());
  const loaded = useSyncExternalStore(loading.follow, loading.current);
  const manifest = useAnswer('logistics.manifest', { dispatch, destination }, { live: false });
  const boxes = useAnswer('logistics.planned-boxes', { area }, { live: false });
  const runs = useAnswer('logistics.dispatch-board', { area, limit: 500 }, { live: false });
  const queries = useQueryClient();
  const lines = manifest.answer?.value.lines;
  const elsewhere = boxes.answer?.value.items;
  const me = useMe();
  useEffect(
    () => loading.know({ lines: lines ?? [], elsewhere: elsewhere ?? [], isOurs: (station) => covers(me, 'dispatcher', station) }),
    [loading, lines, elsewhere, me],
  );
  const { latest } = useQueue();
  useEffect(() => loading.hear(latest), [loading, latest]);
  // Others may load the same truck; and what this phone remembers of it is not to be old when the network goes.
  const again = useRef(manifest.again);
  useEffect(() => {
    again.current = manifest.again;
  });
  useEffect(() => {
    const timer = setInterval(() => navigator.onLine && again.current(), anew);
    return () => clearInterval(timer);
  }, []);
  // The screens that follow ask anew.
  useEffect(() => () => void queries.invalidateQueries({ queryKey: ['logistics'] }), [queries]);

  return {
    ...loaded,
    manifest,
    runs: runs.answer?.value.items ?? [],
    take: (code) => {
      const scan = loading.take(code);
      give(signals[scan.verdict.kind]);
      void tell(loading, scan, { dispatch, destination });
    },
    name: (scan, station) => {
      const named = loading.name(scan, station);
      if (named) void tell(loading, named, { dispatch, destination });
    },
    takeOff: async (box, village, warehouse) => {
      const { kind } = await record('logistics.return-box', { box: box.box, station: box.station, village, warehouse });
      if (kind !== 'refused') loading.takeOff(box);
    },
  };
}

/** What was judged is recorded: that the box is on the truck, or that it was kept off. */
async function tell(loading: Loading, scan: Scan, { dispatch, destination }: Pick<OfRun, 'dispatch' | 'destination'>): Promise<void> {
  const { verdict } = scan;
  if (verdict.kind !== 'right' && verdict.kind !== 'wrong') return;
  const { box, station } = verdict.box;
  const attempt = { box, station, dispatch };
  if (verdict.kind === 'wrong' && verdict.why === 'outside') {
    // It is not this person's to write of that box: that it stood here is told of the run.
    const told = await record('logistics.record-stray-box', { ...attempt, destination });
    if (told.kind === 'refused') loading.notTaken(scan, told.problem);
    return;
  }
  if (verdict.kind === 'wrong') {
    // Another phone may have sealed it since: only the server can say so, so it is asked or not told at all.
    if (verdict.why === 'not-sealed' && !navigator.onLine) return;
    const told = await record('logistics.load-box', attempt);
    if (told.kind === 'recorded') return loading.kept(scan, told.receipt);
    if (told.kind === 'saved') return loading.waits(scan, told.id);
    if (verdict.why !== 'stranger') return;
    loading.notTaken(scan, told.problem);
    // Its label contradicts the log, or the truck has gone: it stood here all the same.
    if ((told.problem.objections ?? []).length > 0) await record('logistics.load-box', attempt, { testified: true });
    return;
  }
  const told = await record('logistics.load-box', { ...attempt, loaded: true });
  if (told.kind !== 'refused') return;
  const barriers = told.problem.objections ?? [];
  if (barriers.some(({ code, details }) => code === 'logistics.box-already-loaded' && details['on'] === dispatch)) return;
  loading.refuse(scan, told.problem);
  give('wrong');
  // It stood before the wrong truck, which is evidence.
  if (barriers.some(({ code }) => keepsOff.has(code))) await record('logistics.load-box', attempt);
}

const keepsOff: ReadonlySet<string> = new Set([
  'logistics.box-for-elsewhere',
  'logistics.box-not-on-this-run',
  'logistics.box-not-sealed',
  'logistics.box-already-loaded',
]);
