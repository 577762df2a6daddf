import { commandIdOf } from '../../recording/client.ts';
import { night } from '../night.ts';
import { endsAt } from '../scenario.ts';
import type { Step } from '../step.ts';
import { ballotDrawsLeft, cargoFor } from './cargo.ts';
import { lackingIn, plannedContentsOf, plansOf } from './contents.ts';
import { chosenFrom, chosenIn, scenarioOf, UnknownDistricts } from './chosen.ts';
import { distributionTo, endsWith } from './distribution.ts';
import { districts } from './districts.ts';
import { allLots, replacements } from './lots.ts';
import { runsFor } from './runs.ts';
import { allStations, plannedBallots } from './stations.ts';

const few = chosenFrom('Ulu Ogan, muara jaya');
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, each) => total + each, 0);

describe('the stations', () => {
  it('are 1,225 in 13 districts and 157 villages, each with a code of its own', () => {
    expect([allStations.length, districts.length, new Set(allStations.map(({ village }) => village)).size]).toEqual([1_225, 13, 157]);
    expect(new Set(allStations.map(({ code }) => code)).size).toBe(1_225);
    for (const { code, village, district } of allStations) {
      expect(code).toMatch(/^\d{10}-\d{3}$/);
      expect([village.startsWith(district.code), code.startsWith(`${village}-`)]).toEqual([true, true]);
    }
  });

  it('need what was planned: as many ballots as voters, and 2 % more', () => {
    expect(sum(allStations.map(({ ballots }) => ballots))).toBe(plannedBallots);
    expect(Math.min(...allStations.map(({ ballots }) => ballots))).toBeGreaterThan(200);
    expect(Math.max(...allStations.map(({ ballots }) => ballots))).toBeLessThan(250);
  });
});

describe('the goods', () => {
  const cargo = cargoFor(districts);
  const boxes = cargo.flatMap((each) => each.boxes);

  it('are taken from no lot beyond what came', () => {
    const taken = new Map<string, number>();
    for (const { lot, quantity } of [...boxes.flatMap(({ draws }) => draws), ...ballotDrawsLeft]) taken.set(lot.id, (taken.get(lot.id) ?? 0) + quantity);
    for (const lot of allLots.filter(({ item }) => item !== 'booth')) expect([lot.name, taken.get(lot.id)]).toEqual([lot.name, expect.any(Number)]);
    for (const lot of allLots) expect((taken.get(lot.id) ?? 0) <= lot.quantity - lot.spoilt).toBe(true);
    for (const lot of Object.values(replacements)) expect(taken.get(lot.id)).toBe(lot.quantity);
  });

  it('fill 6,125 boxes with two seals each, none of them twice', () => {
    expect([boxes.length, new Set(boxes.map(({ id }) => id)).size, new Set(boxes.flatMap(({ seals }) => seals)).size]).toEqual([6_125, 6_125, 12_250]);
  });

  it('leave of the presidential ballots 1,000, less what was spoilt and what the rain took', () => {
    const came = sum(allLots.filter(({ item }) => item === 'ballot-president').map(({ quantity }) => quantity));
    expect([came, sum(ballotDrawsLeft.map(({ quantity }) => quantity))]).toEqual([276_881, 653]);
  });

  it('are in each box as its list says, but for what the list was changed by and what nobody counted again', () => {
    const [all, again] = plannedContentsOf(cargo);
    const rows = new Map([...(all?.list.rows ?? []), ...(again?.list.rows ?? [])].map((row) => [row.slice(0, 2).join(' '), row]));
    expect([rows.size, plansOf(cargo)]).toEqual([6_125, 6_130]);
    const lacking = boxes.flatMap(({ station: { code: station }, contest, draws }) =>
      (all?.list.header ?? []).slice(2).flatMap((header, index) => {
        const item = header.slice('barang:'.length);
        const planned = Number(rows.get(`${station} ${contest}`)?.[index + 2]);
        const less = planned - sum(draws.filter(({ lot }) => lot.item === item).map(({ quantity }) => quantity));
        return less === 0 ? [] : [{ station, contest, item, lacking: less }];
      }),
    );
    expect(lacking).toEqual(lackingIn(cargo));
    expect(lacking).toHaveLength(7);
  });

  it('go out on 26 trucks, none of which carries more than 300 boxes', () => {
    const runs = runsFor(districts, cargo);
    expect([runs.length, sum(runs.map(({ boxes: there }) => there.length))]).toEqual([26, 6_125]);
    for (const { boxes: there } of runs) expect(there.length).toBeLessThanOrEqual(300);
    expect(new Set(runs.map(({ id }) => id)).size).toBe(26);
  });
});

describe.each([
  ['two districts', few],
  ['all districts', districts],
])('the script of the distribution to %s', (_, chosen) => {
  const distribution = distributionTo(chosen);

  it('names every step once and lets time go forwards only, from after the night to the morning of the voting', () => {
    const commands = new Set<string>();
    let last: Step | undefined = night.at(-1);
    let steps = 0;
    for (const day of distribution.days())
      for (const step of day) {
        if (last && step.at < last.at) throw new Error(`${step.name} is told before ${last.name}`);
        commands.add(commandIdOf(step));
        last = step;
        steps += 1;
      }
    expect([commands.size, distribution.count()]).toEqual([steps, steps]);
    expect([last, endsWith.at]).toEqual([endsWith, endsAt]);
  });
});

describe('which districts', () => {
  it('are those that are named, in whatever order and spelling, or all', () => {
    expect(few.map(({ name }) => name)).toEqual(['Ulu Ogan', 'Muara Jaya']);
    expect(chosenFrom(undefined)).toBe(districts);
  });

  it('must exist, and have two trucks', () => {
    expect(() => chosenFrom('Ulu Ogan, Muaradua')).toThrow(
      new UnknownDistricts(`There is no district "muaradua". There are: ${districts.map(({ name }) => name).join(', ')}.`),
    );
    expect(() => chosenFrom('Ulu Ogan')).toThrow(/One truck is not enough/);
  });

  it('stand in the log, so that a folder that was begun is completed as it was begun', () => {
    for (const chosen of [few, districts]) expect(chosenIn(scenarioOf(chosen))).toEqual(chosen);
    for (const other of ['kemelak-2023-11-30', 'oku-2024: Muaradua']) expect(chosenIn(other)).toBeUndefined();
  });
});
