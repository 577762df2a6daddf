import { arriveDispatch, departDispatch, drawFromLot, loadBox, planDispatch, recordCheckpoint } from '#logistics';
import { somebody } from '../names.ts';
import { accountOf } from '../people.ts';
import { idAt, minute } from '../scenario.ts';
import { open, step } from '../step.ts';
import type { Step } from '../step.ts';
import { boothsEach } from './goods.ts';
import { booths } from './lots.ts';
import { betweenBoxes, officeIn, ofBox, ofRun, passes, truckSeals } from './runs.ts';
import type { Run } from './runs.ts';
import { ofLot } from './supply.ts';
import { isLoadedLast, isToldLate } from './troubles.ts';
import { warehouse } from './warehouse.ts';

/** One after the other: a plan reads the stream of each of its boxes, and several at once would be more than may wait. */
const plan = (run: Run): Step => {
  const driver = somebody('driver', run.index);
  return step(
    planDispatch,
    { name: `plan run ${run.index}`, at: run.planned, by: run.index % 2 === 0 ? 'dispatcher' : 'gudang-2', about: [run.id, 'plan'] },
    {
      ...ofRun(run),
      warehouse,
      vehicle: open(`BG ${8101 + run.index * 37} FZ`),
      driver: driver.id,
      driverName: driver.name,
      escort: [accountOf(run.controller)],
      boxes: run.boxes.map(({ id }) => id),
      due: run.due,
    },
  );
};

const boothsFor = (run: Run): Step => {
  const at = run.planned + 2 * minute;
  return step(
    drawFromLot,
    { name: `booths for run ${run.index}`, at, by: 'gudang-2', about: [booths.id] },
    { ...ofLot(booths), draw: idAt(at, 'draw', `booths ${run.index}`), quantity: run.stations * boothsEach, purpose: 'dispatch', boundFor: run.id },
  );
};

const loading = (run: Run): readonly Step[] =>
  run.boxes
    .filter((_, index) => !isLoadedLast(run, index))
    .map((box, index) =>
      step(
        loadBox,
        {
          name: `load ${box.contest} ${box.station.code}`,
          at: run.loading + index * betweenBoxes,
          by: index % 2 === 0 ? 'gudang-2' : 'gudang-3',
          about: [box.id],
          beside: [run.id],
        },
        { ...ofBox(box), dispatch: run.id },
      ),
    );

/** The dispatcher and the controller who goes along each sign in their own name. The driver of the second truck fell ill. */
const departure = (run: Run): Step => {
  const substitute = somebody('substitute driver', run.index);
  return step(
    departDispatch,
    { name: `depart run ${run.index}`, at: run.departs, by: 'dispatcher', about: [run.id] },
    {
      ...ofRun(run),
      missing: [],
      seals: truckSeals(run),
      ...(run.index === 1 && { driver: substitute.id, driverName: substitute.name }),
      secondPerson: { user: accountOf(run.controller), pin: '' },
    },
  );
};

const checkpoints = (run: Run): readonly Step[] =>
  run.district.checkpoints.flatMap((checkpoint, index) =>
    isToldLate(run, index)
      ? []
      : [
          step(
            recordCheckpoint,
            { name: `run ${run.index} passes ${checkpoint}`, at: passes(run, index), by: run.controller, about: [run.id] },
            { ...ofRun(run), checkpoint, ...(index === 0 && { seals: truckSeals(run) }) },
          ),
        ],
  );

const arrival = (run: Run): Step =>
  step(
    arriveDispatch,
    { name: `arrive run ${run.index}`, at: run.arrives, by: run.controller, about: [run.id] },
    { ...ofRun(run), village: officeIn(run), seals: truckSeals(run) },
  );

/** From the evening before until the truck stands in the yard of the district's office. */
export const journeyOf = (run: Run): readonly Step[] => [plan(run), boothsFor(run), ...loading(run), departure(run), ...checkpoints(run), arrival(run)];
