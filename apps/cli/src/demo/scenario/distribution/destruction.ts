import { destroySurplus, drawFromLot } from '#logistics';
import { somebody } from '../names.ts';
import { village } from '../places.ts';
import { idAt, idOf, minute, on } from '../scenario.ts';
import { step } from '../step.ts';
import type { Step } from '../step.ts';
import { ballotDrawsLeft } from './cargo.ts';
import { ballotLots, wetOf } from './lots.ts';
import { ofLot } from './supply.ts';

const destruction = idOf('destruction', 'surplus');
const begun = on('2024-02-13', '15:00');

const good = ballotDrawsLeft.map((draw) => ({ ...draw, condition: 'good' as const }));
const damaged = ballotLots.president.map((lot) => ({ lot, quantity: lot.spoilt + wetOf(lot), condition: 'damaged' as const }));

const draws = [...good, ...damaged].map((draw, index) => {
  const at = begun + index * minute;
  return { ...draw, at, id: idAt(at, 'draw', `${draw.condition} ${draw.lot.name} for the fire`) };
});

const witnesses = (['kpu', 'bawaslu', 'polri'] as const).map((institution, index) => {
  const { id, name } = somebody('witness of the destruction', index);
  return { institution, person: id, name };
});

const asked = {
  destruction,
  village,
  minutes: '08/PP.08-BA/1601/2024 (contoh)',
  draws: draws.map(({ lot, id }) => ({ lot: lot.id, draw: id })),
};

/** What is left of the presidential ballots, good and damaged, burns on the eve before three who watch: without Bawaslu it does not begin. */
export const burning: readonly Step[] = [
  ...draws.map(({ lot, quantity, condition, at, id }) =>
    step(
      drawFromLot,
      { name: `draw ${condition} ${lot.name} for the destruction`, at, by: 'dispatcher', about: [lot.id] },
      { ...ofLot(lot), draw: id, quantity, condition, purpose: 'destruction', boundFor: destruction },
    ),
  ),
  step(
    destroySurplus,
    { name: 'destruction without Bawaslu', at: begun + 30 * minute, by: 'dispatcher', refused: 'logistics.witness-missing' },
    { ...asked, witnesses: witnesses.filter(({ institution }) => institution !== 'bawaslu') },
  ),
  step(destroySurplus, { name: 'destruction', at: begun + 55 * minute, by: 'commander' }, { ...asked, witnesses }),
];
