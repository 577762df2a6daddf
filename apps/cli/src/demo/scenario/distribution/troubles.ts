import { breakSeal, departDispatch, loadBox, recordCheckpoint, reportBoxLoss, reportDelay, returnBox, sealBox } from '#logistics';
import { somebody } from '../names.ts';
import { minute, on } from '../scenario.ts';
import { open, step } from '../step.ts';
import type { Step } from '../step.ts';
import { sealNumber } from './cargo.ts';
import type { PlannedBox } from './cargo.ts';
import { boxAt, ofBox, officeIn, ofRun, passes, runAt, truckSeals } from './runs.ts';
import type { Run } from './runs.ts';

/* What goes wrong. The first two trucks have it all, so that it is there however few districts are recorded. */

const witness = somebody('supervisor on the road', 1);
const seenBy = { witness: witness.id, witnessName: witness.name };

/** On the first truck, by the place on its manifest: one whose seal is found broken, one told on two trucks, one that was lost for a while. */
const torn = -1;
const onTwoTrucks = 10;
const strayed = 20;
/** On the second: one that was opened on the way, one with a seal that nobody put on, one that is overlooked on the truck. */
const inspected = 0;
const foreign = 1;
const overlooked = -1;

const freshSeal = sealNumber(9_000_001);
const foreignSeal = sealNumber(9_900_417);

/** It waits beside the truck until it has a new seal. */
export const isLoadedLast = ({ index, boxes }: Run, box: number): boolean => index === 0 && box === boxes.length + torn;
/** The first truck's second checkpoint: the controller had no network there. */
export const isToldLate = ({ index }: Run, checkpoint: number): boolean => index === 0 && checkpoint === 1;

/** The seals as they are found when a box of a run comes off its truck. */
export function sealsFound(run: Run, box: PlannedBox): string[] {
  const [first = '', second = ''] = box.seals;
  if (run.index === 0 && box === boxAt(run, torn)) return [second, freshSeal];
  if (run.index === 1 && box === boxAt(run, inspected)) return [second];
  if (run.index === 1 && box === boxAt(run, foreign)) return [first, foreignSeal];
  return [first, second];
}

/** Its seals are not those that were put on: that is noticed at once. */
export const isNoticed = (run: Run, box: PlannedBox): boolean => run.index === 1 && [inspected, foreign].some((which) => box === boxAt(run, which));

/** How long after the arrival of its truck a box comes off it: one lies under the tarpaulin until somebody looks for it. */
export const unloadedAfter = (run: Run, box: PlannedBox): number | undefined => (run.index === 1 && box === boxAt(run, overlooked) ? 170 * minute : undefined);

/** For so long may boxes stand on a truck that has arrived, unless somebody configures another time: on the second truck it is noticed then. */
export const receiptGrace = 120 * minute;

/** Every fifth truck has two boxes of the next one standing before it. */
function strangers(runs: readonly Run[]): readonly Step[] {
  return runs.flatMap((run) => {
    const next = runs[run.index + 1];
    if (!next || run.index % 5 !== 0) return [];
    return [4, 9].map((which) => {
      const box = boxAt(next, which);
      const at = run.loading + (20 + which) * minute;
      return step(
        loadBox,
        { name: `wrong box ${which} before run ${run.index}`, at, by: 'gudang-3', about: [box.id], beside: [run.id] },
        { ...ofBox(box), dispatch: run.id },
      );
    });
  });
}

function atTheRamp(first: Run): readonly Step[] {
  const box = boxAt(first, torn);
  const twice = boxAt(first, 3);
  const at = (minutes: number): number => first.loading + minutes * minute;
  const about = (name: string, minutes: number) => ({ name, at: at(minutes), by: 'gudang-2' as const });
  return [
    step(loadBox, about('the same box scanned twice', 14), { ...ofBox(twice), dispatch: first.id }),
    step(breakSeal, about('a seal torn by a pallet', 30), {
      ...ofBox(box),
      seal: box.seals[0] ?? '',
      reason: 'damage',
      ...seenBy,
      note: open('Segel sobek terkena palet; isi tidak tersentuh.'),
    }),
    step(loadBox, about('a box with a torn seal', 31), { ...ofBox(box), dispatch: first.id }),
    step(
      departDispatch,
      { ...about('departure with a box missing', 80), by: 'dispatcher', refused: 'logistics.planned-boxes-missing' },
      { ...ofRun(first), missing: [], seals: truckSeals(first) },
    ),
    step(sealBox, about('the torn seal replaced', 84), { ...ofBox(box), seals: [freshSeal] }),
    step(loadBox, about('the box with the new seal', 86), { ...ofBox(box), dispatch: first.id }),
    step(
      departDispatch,
      { ...about('departure with one signature', 88), by: 'dispatcher', refused: 'logistics.second-signature-needed' },
      { ...ofRun(first), missing: [], seals: truckSeals(first) },
    ),
  ];
}

/** When the second truck's time has just passed: it is noticed then. */
export const overdueAt = (runs: readonly Run[]): number => runAt(runs, 1).due + 1_000;

const flooded = (second: Run): Step =>
  step(
    reportDelay,
    { name: 'the road is flooded', at: second.due + 55 * minute, by: second.controller },
    { ...ofRun(second), reason: 'flood', due: second.due + 220 * minute, note: open('Jalan terendam setinggi lutut; menunggu surut, truk dijaga.') },
  );

/** A box of the first truck, a minute after it passed the checkpoint of which was told hours later. */
export const askedOnTheRoad = (runs: readonly Run[]) => {
  const first = runAt(runs, 0);
  const [before, late] = first.district.checkpoints;
  return { box: boxAt(first, 0), area: first.district.code, at: passes(first, 1) + 5 * minute, thenKnown: before, nowKnown: late };
};

/** Told hours later, of what happened on the way. */
function toldLate(first: Run, second: Run): readonly Step[] {
  const checkpoint = first.district.checkpoints[1];
  const opened = boxAt(second, inspected);
  const stray = boxAt(first, onTwoTrucks);
  return [
    step(
      recordCheckpoint,
      { name: 'a checkpoint told hours later', at: first.arrives + 330 * minute, by: first.controller, happened: passes(first, 1) },
      { ...ofRun(first), checkpoint },
    ),
    step(
      breakSeal,
      { name: 'an inspection told hours later', at: second.arrives + 150 * minute, by: second.controller, happened: second.departs + 70 * minute },
      { ...ofBox(opened), seal: opened.seals[0] ?? '', reason: 'inspection', ...seenBy, note: open('Dibuka di pos pemeriksaan atas permintaan pengawas.') },
    ),
    step(
      loadBox,
      { name: 'a box told on a second truck', at: first.arrives + 400 * minute, by: 'gudang-3', happened: second.loading + 25 * minute },
      { ...ofBox(stray), dispatch: second.id, loaded: true },
    ),
  ];
}

/** On the eve of the voting a box is not where it should be; it is found beside those of the next village. */
function lostAndFound(first: Run): readonly Step[] {
  const box = boxAt(first, strayed);
  return [
    step(
      reportBoxLoss,
      { name: 'a box is missing at the office', at: on('2024-02-12', '20:10'), by: first.office },
      { ...ofBox(box), circumstances: open('Tidak ada di ruang simpan saat dihitung malam; pintu terkunci, segel pintu utuh.') },
    ),
    step(returnBox, { name: 'the missing box is found', at: on('2024-02-12', '22:35'), by: first.office }, { ...ofBox(box), village: officeIn(first) }),
  ];
}

export function troublesOf(runs: readonly Run[]): readonly Step[] {
  const [first, second] = [runAt(runs, 0), runAt(runs, 1)];
  return [...strangers(runs), ...atTheRamp(first), flooded(second), ...toldLate(first, second), ...lostAndFound(first)];
}
