import { sealed } from '#testing';
import { boxLossReported, loadingRefused } from '../../domain/box.events.ts';
import { checkpointPassed, dispatchDeparted } from '../../domain/dispatch.ts';
import {
  arrived,
  boxId,
  broken,
  destination,
  kemelak,
  loaded,
  otherRun,
  otherStation,
  packed,
  passed,
  person,
  planned,
  received,
  run,
  sealedWith,
  station,
  zone,
} from '../../testing/boxes.ts';
import { at, journey, ofBox, ofRun } from '../../testing/journey.ts';
import { boxHistory } from './box-history.ts';

const circumstances = { actor: { user: person(1), role: 'investigator' as const }, now: at('20:00') };

const told = journey(
  ofBox(1, packed, '07:00'),
  ofBox(1, sealedWith('S-001', 'S-002'), '07:05'),
  ofRun(planned(boxId(1)), '07:30'),
  ofBox(1, loadingRefused({ station, dispatch: otherRun, barriers: ['not-on-this-run'], belongsTo: run }), '07:55'),
  ofBox(1, loaded, '08:00'),
  ofRun(dispatchDeparted({ destination, missing: [], seals: ['TRK-001'], escort: [] }), '08:30'),
  ofRun(checkpointPassed({ destination, checkpoint: 'Jembatan Ogan', seals: ['TRK-009'], sealed: ['TRK-001'] }), '09:00', '11:00'),
  ofRun(passed('Elsewhere'), '09:10', '09:10', otherRun),
  ofRun(arrived, '10:00'),
  ofBox(1, received, '10:15', '10:15', { contradicts: ['logistics.dispatch-not-arrived'] }),
  ofBox(1, broken('S-001'), '10:30'),
  ofBox(1, boxLossReported({ station, circumstances: sealed('Kantor desa terkunci dari dalam.'), lastSeen: sealed('Di meja PPS.') }), '10:40'),
);

const whats = (entries: readonly { what: string; of: string }[]) => entries.map(({ what, of }) => `${of} ${what.replace(/^logistics\.|\.v1$/g, '')}`);

describe('box-history', () => {
  it('tells of the box, and of its truck while it was on it', async () =>
    expect(whats(await told.find(boxHistory, { box: boxId(1), station }, circumstances))).toEqual([
      'box box-packed',
      'box box-sealed',
      'box loading-refused',
      'box box-loaded',
      'run dispatch-departed',
      'run checkpoint-passed',
      'run dispatch-arrived',
      'box box-received',
      'box seal-broken',
      'box box-loss-reported',
    ]));

  it('tells it as it was known then', async () =>
    expect(whats(await told.find(boxHistory, { box: boxId(1), station, knownAt: at('10:20') }, circumstances))).not.toContain('run checkpoint-passed'));

  it('says what each entry says', async () => {
    const entries = await told.find(boxHistory, { box: boxId(1), station }, circumstances);
    const entry = (what: string) => entries.find((each) => each.what === `logistics.${what}.v1`);
    expect(entry('box-packed')).toMatchObject({ warehouse: kemelak, zone, lateMs: 0, voice: 'asked' });
    expect(entry('box-sealed')?.seals).toEqual(['S-001', 'S-002']);
    expect(entry('loading-refused')).toMatchObject({ dispatch: otherRun, barriers: ['not-on-this-run'], belongsTo: run });
    expect(entry('dispatch-departed')).toMatchObject({ seals: ['TRK-001'], differs: ['escort'] });
    expect(entry('checkpoint-passed')).toMatchObject({
      checkpoint: 'Jembatan Ogan',
      seals: ['TRK-009'],
      sealed: ['TRK-001'],
      lateMs: 2 * 3_600_000,
      voice: 'testified',
    });
    expect(entry('box-received')?.contradicts).toEqual(['logistics.dispatch-not-arrived']);
    expect(entry('seal-broken')).toMatchObject({ seals: ['S-001'], reason: 'inspection' });
    expect(entry('box-loss-reported')).toMatchObject({ circumstances: sealed('Kantor desa terkunci dari dalam.'), lastSeen: sealed('Di meja PPS.') });
  });

  it('tells nothing to whoever names another station', async () =>
    expect(await told.find(boxHistory, { box: boxId(1), station: otherStation }, circumstances)).toEqual([]));
});
