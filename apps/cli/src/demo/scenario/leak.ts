import { accountFor, closeMuster, declareMuster } from '#access';
import type { GuestState } from '#access';
import type { Login } from './people.ts';
import { posts } from './places.ts';
import { idOf, wib } from './scenario.ts';
import { open, step } from './step.ts';
import type { Step } from './step.ts';
import { visitId } from './visits.ts';
import type { VisitName } from './visits.ts';

const muster = { muster: idOf('muster', 'leak'), post: posts.P1.post };

const found = (time: string, by: Login, visit: VisitName, state: GuestState, more: { place?: string; unlisted?: boolean } = {}): Step =>
  step(accountFor, { name: `muster ${visit}`, at: wib(time), by }, { ...muster, visit: visitId(visit), state, ...more });

/**
 * At 03:05 rain comes through the roof of Gudang B. Everyone is called out and counted; a man turns up who, by the log,
 * is not there (v42), and one whom nobody saw leave (v32) answers his telephone at home.
 */
export const leak: readonly Step[] = [
  step(
    declareMuster,
    { name: 'muster declared', at: wib('03:05'), by: 'danru-b' },
    { ...muster, reason: 'leak', note: open('Atap Gudang B bocor di atas rak formulir; air sampai pintu.') },
  ),
  found('03:09', 'jaga-11', 'v04', 'safe'),
  found('03:10', 'jaga-11', 'v05', 'safe'),
  found('03:11', 'jaga-13', 'v41', 'safe'),
  found('03:14', 'jaga-13', 'v15', 'safe'),
  found('03:15', 'jaga-13', 'v25', 'injured', { place: 'P3K' }),
  found('03:18', 'jaga-13', 'v42', 'safe', { unlisted: true }),
  step(closeMuster, { name: 'muster closed too early', at: wib('03:19'), by: 'danru-b', refused: 'access.missing-not-named' }, { ...muster, missing: [] }),
  found('03:34', 'danru-b', 'v32', 'had-left-before', { place: 'RUMAH' }),
  step(
    closeMuster,
    { name: 'muster closed', at: wib('03:40'), by: 'danru-b' },
    { ...muster, missing: [], note: open('Herman di rumah, dihubungi lewat telepon. Seorang tukang atap tidak tercatat masuk; ditelusuri.') },
  ),
];
