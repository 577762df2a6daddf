import { violationsOf } from './schedule.ts';

/** 10,000 by hand: `FAULT_SCHEDULES=10000 npm run -s jest -- -c test/suites/fault.js test/eventstoredb/faults.fault.spec.ts`. */
const schedules = Number(process.env['FAULT_SCHEDULES'] ?? 300);
const first = Number(process.env['FAULT_SEED'] ?? 1);
const atOnce = 12;

it(
  `keeps its word in ${schedules} random schedules of faults, each from its own seed`,
  async () => {
    const violations: string[] = [];
    let next = first;
    const lane = async (): Promise<void> => {
      while (next < first + schedules) violations.push(...(await violationsOf(next++)));
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    expect(violations).toEqual([]);
  },
  60_000 + schedules * 2_000,
);
