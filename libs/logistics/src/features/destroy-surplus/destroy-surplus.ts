import { Id, Many, OneOf, PersonName, Words } from '#http';
import { command } from '#kernel';
import type { Sealed } from '#kernel';
import { destruction, surplusDestroyed, witnessingInstitutions } from '../../domain/destruction.ts';
import type { DestructionWitness, WitnessingInstitution } from '../../domain/destruction.ts';
import { standingDraws } from '../../views/draws.projection.ts';
import { DocumentNumber } from '../fields.ts';
import { drawsMissing, Drawn, villageCode } from '../of-box.ts';

export class Witness implements DestructionWitness {
  @OneOf('For which institution', witnessingInstitutions) institution!: WitnessingInstitution;
  @Id('Who') person!: string;
  @PersonName('Their name', { of: 'person' }) name!: Sealed;
}

export class DestroySurplus {
  @Id('The destruction; the client names it when draws are made for it') destruction!: string;
  @Words('The village where it happens', { pattern: villageCode, example: '1601141011' }) village!: string;
  @DocumentNumber('Number of the signed minutes (berita acara)', '147/PP.08-BA/1601/2024') minutes!: string;
  @Many(Drawn, { min: 1, max: 100, description: 'What is destroyed, as it was drawn from lots for this destruction' }) draws!: Drawn[];
  @Many(Witness, { max: 20, description: 'Who sees it: somebody each of KPU, Bawaslu and Polri' }) witnesses!: Witness[];
}

export const destroySurplus = command(DestroySurplus)({
  name: 'logistics.destroy-surplus',
  summary: 'Surplus and damaged goods are lawfully destroyed before witnesses of KPU, Bawaslu and Polri.',
  records: 'fact',
  roles: ['dispatcher', 'commander'],
  scope: ({ village }) => ({ area: village }),
  writes: { destruction: (c) => destruction.at(c.destruction) },
  looks: { drawn: (c, { effectiveAt }) => standingDraws({ draws: c.draws, purpose: 'destruction', boundFor: c.destruction, at: effectiveAt }) },

  objections: {
    'logistics.destruction-already-recorded': (_, { destruction }) => destruction.status === 'recorded',
    'logistics.witness-missing': ({ witnesses }) => {
      const missing = witnessingInstitutions.filter((institution) => !witnesses.some((witness) => witness.institution === institution));
      return missing.length > 0 && { institutions: missing };
    },
    'logistics.one-witness-for-two': ({ witnesses }) => {
      const persons = witnesses.map(({ person }) => person);
      const twice = persons.filter((person, index) => persons.indexOf(person) !== index);
      return twice.length > 0 && { persons: [...new Set(twice)] };
    },
    'logistics.draw-missing': ({ draws }, { drawn }) => drawsMissing(draws, drawn),
  },

  record: ({ village, minutes, draws, witnesses }) => [
    surplusDestroyed({
      village,
      minutes,
      draws: draws.map(({ lot, draw }) => ({ lot, draw })),
      witnesses: witnesses.map(({ institution, person, name }) => ({ institution, person, name })),
    }),
  ],
});
