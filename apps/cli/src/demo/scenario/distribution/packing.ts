import { drawFromLot, packBox, sealBox } from '#logistics';
import type { Login } from '../people.ts';
import { idAt } from '../scenario.ts';
import { step } from '../step.ts';
import type { Step } from '../step.ts';
import { spell, turnBegins } from './cargo.ts';
import type { Cargo, PlannedBox, PlannedDraw } from './cargo.ts';
import { accessoryNames } from './goods.ts';
import { tableOf, tables } from './lots.ts';
import { contests } from './stations.ts';
import { ofLot } from './supply.ts';
import { warehouse, zoneId } from './warehouse.ts';

const packers = ['dispatcher', 'gudang-2', 'gudang-3'] as const satisfies readonly Login[];

/** Between two who do the same at neighbouring tables. */
const drawing = spell / (tables * (contests.length + accessoryNames.length));
const packing = spell / (tables * contests.length);

const drawId = (box: PlannedBox, { lot }: PlannedDraw, at: number): string => idAt(at, 'draw', `${lot.name} for ${box.id}`);

/** Drawn, packed and sealed: while a table packs the one station, it already draws for the next, and seals the last. */
export function packingOf({ station, turn, boxes }: Cargo): readonly Step[] {
  const begins = turnBegins(turn);
  const by = packers[tableOf(station) % packers.length] ?? 'dispatcher';
  const place = turn % tables;
  let kinds = 0;
  return boxes.flatMap((box, index) => {
    const of = { box: box.id, station: station.code };
    const name = `${box.contest} ${station.code}`;
    const draws = box.draws.map((draw, which) => {
      const isSecond = box.contest !== 'president' && which === 1;
      const at = begins + ((isSecond ? kinds - 1 : kinds++) * tables + place) * drawing + (isSecond ? 5_000 : 0);
      return { ...draw, at, id: drawId(box, draw, at) };
    });
    const turnOf = begins + (index * tables + place) * packing;
    return [
      ...draws.map(({ lot, quantity, at, id }) =>
        step(
          drawFromLot,
          { name: `draw ${lot.name} for ${name}`, at, by, beside: [box.id] },
          { ...ofLot(lot), draw: id, quantity, purpose: 'box', boundFor: box.id },
        ),
      ),
      step(
        packBox,
        { name: `pack ${name}`, at: turnOf + spell, by, about: [box.id] },
        {
          ...of,
          contest: box.contest,
          warehouse,
          zone: zoneId(station.index % 2 === 0 ? 'A-4' : 'A-5'),
          draws: draws.map(({ lot, id }) => ({ lot: lot.id, draw: id })),
        },
      ),
      step(sealBox, { name: `seal ${name}`, at: turnOf + 2 * spell, by, about: [box.id] }, { ...of, seals: [...box.seals] }),
    ];
  });
}
