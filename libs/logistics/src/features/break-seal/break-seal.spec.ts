import { sealed, specFor } from '#testing';
import { sealBroken } from '../../domain/box.events.ts';
import { boxId, broken, otherStation, packed, person, sealedWith, station } from '../../testing/boxes.ts';
import { breakSeal } from './break-seal.ts';

const { given } = specFor(breakSeal);
const told = { station, seal: 'S-001', reason: 'inspection', witness: person(1) } as const;
const breakIt = { box: boxId(1), ...told, witnessName: { value: 'Saksi Contoh' } };

describe('break-seal', () => {
  it('breaks a seal before a witness', () =>
    given({ box: [packed, sealedWith('S-001', 'S-002')] })
      .when(breakIt)
      .then(sealBroken({ ...told, witnessName: sealed('Saksi Contoh') })));

  it('keeps what is said about it', () =>
    given({ box: [packed, sealedWith('S-001')] })
      .when({ ...breakIt, note: { value: 'Kawat sudah longgar.' } })
      .then(sealBroken({ ...told, witnessName: sealed('Saksi Contoh'), note: sealed('Kawat sudah longgar.') })));

  it('objects to a seal that was never put on', () =>
    given({ box: [packed, sealedWith('S-002')] })
      .when(breakIt)
      .objects('logistics.seal-not-on-box'));

  it('objects to a seal that is broken already', () =>
    given({ box: [packed, sealedWith('S-001'), broken('S-001')] })
      .when(breakIt)
      .objects('logistics.seal-not-on-box'));

  it('objects to a box of another station', () =>
    given({ box: [packed, sealedWith('S-001')] })
      .when({ ...breakIt, station: otherStation })
      .objects('logistics.box-of-another-station'));
});
