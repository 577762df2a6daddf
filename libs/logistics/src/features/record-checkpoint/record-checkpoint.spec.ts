import { specFor } from '#testing';
import { checkpointPassed } from '../../domain/dispatch.ts';
import { arrived, boxId, departed, departedWith, destination, passed, planned, run } from '../../testing/boxes.ts';
import { recordCheckpoint } from './record-checkpoint.ts';

const { given } = specFor(recordCheckpoint);
const pass = { dispatch: run, destination, checkpoint: 'Simpang Kemelak' };
const plan = planned(boxId(1));

describe('record-checkpoint', () => {
  it('records where the truck passes', () =>
    given({ dispatch: [plan, departed, passed('Jembatan Ogan')] })
      .when(pass)
      .then(passed('Simpang Kemelak')));

  describe('with the seals of the truck as they were found', () => {
    const looked = (...seals: string[]) => given({ dispatch: [plan, departedWith('TRK-001', 'TRK-002')] }).when({ ...pass, seals });

    it('keeps those that it left with', () =>
      looked('TRK-002', 'TRK-001').then(checkpointPassed({ destination, checkpoint: 'Simpang Kemelak', seals: ['TRK-001', 'TRK-002'] })));

    it('keeps others, with those that it left with', () =>
      looked('TRK-001', 'TRK-777').then(
        checkpointPassed({ destination, checkpoint: 'Simpang Kemelak', seals: ['TRK-001', 'TRK-777'], sealed: ['TRK-001', 'TRK-002'] }),
      ));

    it('keeps that there is none', () =>
      looked().then(checkpointPassed({ destination, checkpoint: 'Simpang Kemelak', seals: [], sealed: ['TRK-001', 'TRK-002'] })));

    it('compares with nothing when nobody said what it left with', () =>
      given({ dispatch: [plan, departed] })
        .when({ ...pass, seals: ['TRK-001'] })
        .then(checkpointPassed({ destination, checkpoint: 'Simpang Kemelak', seals: ['TRK-001'] })));

    it('says at once that they are others', () => {
      const hears = recordCheckpoint.notices['logistics.truck-seals-not-as-departed'];
      expect(hears?.(checkpointPassed({ destination, checkpoint: 'Simpang Kemelak', seals: [], sealed: ['TRK-001'] }))).toEqual({
        sealed: ['TRK-001'],
        found: [],
      });
      expect(hears?.(checkpointPassed({ destination, checkpoint: 'Simpang Kemelak', seals: ['TRK-001'] }))).toBe(false);
    });
  });

  it('objects to a truck that has not left', () =>
    given({ dispatch: [plan] })
      .when(pass)
      .objects('logistics.dispatch-not-under-way'));

  it('objects to a truck that has arrived', () =>
    given({ dispatch: [plan, departed, arrived] })
      .when(pass)
      .objects('logistics.dispatch-not-under-way'));

  it('objects to another destination', () =>
    given({ dispatch: [plan, departed] })
      .when({ ...pass, destination: '160115' })
      .objects('logistics.dispatch-to-elsewhere'));
});
