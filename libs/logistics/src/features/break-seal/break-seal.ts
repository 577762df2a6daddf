import { Id, Note, OneOf, Optional, PersonName } from '#http';
import { command, said } from '#kernel';
import type { Sealed } from '#kernel';
import { box, boxAt } from '../../domain/box.ts';
import { sealBreakReasons, sealBroken } from '../../domain/box.events.ts';
import type { SealBreakReason } from '../../domain/box.events.ts';
import { SealNumber } from '../fields.ts';
import { boxOfAnotherStation, OfBox } from '../of-box.ts';

export class BreakSeal extends OfBox {
  @SealNumber('Number on the seal') seal!: string;
  @OneOf('Why', sealBreakReasons) reason!: SealBreakReason;
  @Id('Who saw it') witness!: string;
  @PersonName('Their name', { of: 'witness' }) witnessName!: Sealed;
  @Optional(Note('What is to be said about it', { concerns: ['witness'] })) note?: Sealed;
}

export const breakSeal = command(BreakSeal)({
  name: 'logistics.break-seal',
  summary: 'A seal of a box is broken, for a reason and before a witness.',
  records: 'fact',
  roles: ['dispatcher', 'station-officer', 'commander'],
  scope: ({ station }) => ({ station }),
  writes: { box: (c) => box.at(c.box) },

  objections: {
    'logistics.box-of-another-station': (c, { box }) => boxOfAnotherStation(c, box),
    'logistics.seal-not-on-box': ({ seal }, { box }, { effectiveAt }) => {
      const { seals } = boxAt(box, effectiveAt);
      return !seals.includes(seal) && { seals };
    },
  },

  record: ({ station, seal, reason, witness, witnessName, note }) => [sealBroken({ station, seal, reason, witness, witnessName, ...said({ note }) })],
});
