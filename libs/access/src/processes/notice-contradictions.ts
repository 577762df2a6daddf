import { action, processManager } from '#processes';
import { sql } from 'kysely';
import { codes } from '#read-models';
import { contradictionKinds } from '../domain/contradiction.ts';
import { noticeContradiction } from '../features/notice-contradiction/notice-contradiction.ts';
import { settleContradiction } from '../features/settle-contradiction/settle-contradiction.ts';
import { standingContradictions } from '../views/standing-contradictions.projection.ts';

interface ToSay {
  readonly what: string;
  /** JSON list. */
  readonly about: string;
  readonly post: string;
  readonly at: number;
  /** How often it was noticed so far. */
  readonly times: number;
  readonly settled: number;
}

/** What does not fit together is said once; when later facts make it fit, that is said too; and again, should it come back. */
export const noticeContradictions = processManager({
  name: 'notice-contradictions',
  from: standingContradictions,
  due: (_, { since }) => sql<ToSay>`
    select d.what, d.about, min(d.post) as post, min(d.at) as at, coalesce(n.times, 0) as times, 0 as settled
      from doubt d left join noticed n on n.what = d.what and n.about = d.about
      where d.known_from >= ${since} and coalesce(n.standing, 0) = 0 group by d.what, d.about
    union all
    select n.what, n.about, n.post, n.at, n.times, 1
      from noticed n indexed by noticed_standing where n.standing = 1 and not exists (select 1 from doubt d where d.what = n.what and d.about = n.about)
    order by settled desc, at, what, about`,
  act: ({ what: said, about, post, at, times, settled }) => {
    const what = contradictionKinds.find((kind) => kind === said);
    if (!what) throw new TypeError(`"${said}" is no kind of contradiction.`);
    const key = `${what} ${about} ${times}`;
    return settled === 1
      ? action({ key: `settled ${key}`, slice: settleContradiction, asked: { post, what, about: codes(about) } })
      : action({ key: `noticed ${key}`, slice: noticeContradiction, asked: { post, what, about: codes(about), at } });
  },
});
