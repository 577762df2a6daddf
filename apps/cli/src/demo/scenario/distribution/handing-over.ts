import { handBoxToStation, receiveBox } from '#logistics';
import { somebody } from '../names.ts';
import { minute, on } from '../scenario.ts';
import { step } from '../step.ts';
import type { Step } from '../step.ts';
import { officeIn, ofBox } from './runs.ts';
import type { Run } from './runs.ts';
import { isNoticed, sealsFound, unloadedAfter } from './troubles.ts';

const unloading = 12_000;

/** At the district's office every box is taken off its truck, and its seals are read. */
export const receiptsOf = (run: Run): readonly Step[] =>
  run.boxes.map((box, index) => {
    const name = `receive ${box.contest} ${box.station.code}`;
    const late = unloadedAfter(run, box);
    const at = run.arrives + (late ?? 8 * minute + index * unloading);
    return step(
      receiveBox,
      { name, at, by: run.office, ...(late !== undefined || isNoticed(run, box) ? {} : { about: [box.id], beside: [run.id] }) },
      { ...ofBox(box), dispatch: run.id, village: officeIn(run), seals: sealsFound(run, box) },
    );
  });

export const handingOverBegins = on('2024-02-13', '08:00');

/** On the eve of the voting the committees fetch their boxes, all offices at once. */
export const handingOverOf = (run: Run): readonly Step[] =>
  run.boxes.map((box, index) => {
    const receiver = somebody('chair of a station committee', box.station.index);
    const at = handingOverBegins + Math.round((index / run.boxes.length) * 6 * 60 * minute) + run.index * 500;
    return step(
      handBoxToStation,
      { name: `hand ${box.contest} ${box.station.code}`, at, by: run.office, about: [box.id] },
      { ...ofBox(box), receiver: receiver.id, receiverName: receiver.name },
    );
  });
