import { Id, Words } from '#http';
import { command } from '#kernel';
import { dispatch, strayBoxSeen } from '../../domain/dispatch.ts';
import { stationCode } from '../of-box.ts';
import { dispatchToElsewhere, OfDispatch } from '../of-dispatch.ts';

export class RecordStrayBox extends OfDispatch {
  @Id('The box: what the code on its label says') box!: string;
  @Words('The polling station on its label', { pattern: stationCode, example: '1608011001-007' }) station!: string;
}

/**
 * Whoever loads a truck may find before it a box of a station that is none of theirs, and may not write of that box. That
 * it stood there is theirs to tell: of the run, by what the label says, and they learn nothing more of it.
 */
export const recordStrayBox = command(RecordStrayBox)({
  name: 'logistics.record-stray-box',
  summary: 'Before the truck of a run stood a box of a station outside of where the run goes; it is kept off.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ({ destination }) => ({ area: destination }),
  writes: { dispatch: (c) => dispatch.at(c.dispatch) },

  objections: {
    'logistics.dispatch-to-elsewhere': (c, { dispatch }) => dispatchToElsewhere(c, dispatch),
    'logistics.box-not-stray': ({ destination, station }) => station.startsWith(destination) && { station },
  },

  record: ({ destination, box, station }) => [strayBoxSeen({ destination, box, station })],
});
