import { action, processManager } from '#processes';
import type { ProcessManager } from '#processes';
import { codes } from '#read-models';
import { sql } from 'kysely';
import { boxContradictionKinds } from '../domain/box-contradiction.ts';
import { villageOf } from '../features/of-box.ts';
import { noticeContradiction } from '../features/notice-contradiction/notice-contradiction.ts';
import { settleContradiction } from '../features/settle-contradiction/settle-contradiction.ts';
import { standingContradictions } from '../views/standing-contradictions.projection.ts';
import { stockDoubts } from '../views/stock-doubts.projection.ts';

/** What an installation sets. */
export interface LogisticsSettings {
  readonly receiptGrace: number;
}

interface ToSay {
  readonly what: string;
  /** JSON list. */
  readonly about: string;
  readonly area: string;
  /** JSON list. */
  readonly events: string;
  readonly at: number;
  /** How often it was noticed so far. */
  readonly times: number;
  readonly settled: number;
}

/** Of boxes and runs, and of lots. */
const doubts = sql`select what, about, area, events, at, known_from, waits from box_doubt union all select what, about, area, events, at, known_from, null from stock_doubt`;

/**
 * What does not fit together is said once; when later facts make it fit, that is said too; and again, should it come back.
 * `receiptGrace`: for so long after an arrival may boxes still stand on the truck, ms.
 */
export const noticeBoxContradictions = ({ receiptGrace }: LogisticsSettings): ProcessManager =>
  processManager({
    name: 'notice-box-contradictions',
    from: [standingContradictions, stockDoubts],
    due: (_, { now, since }) => sql<ToSay>`
    select d.what as what, d.about as about, d.area, d.events, d.at as at, coalesce(n.times, 0) as times, 0 as settled
      from (${doubts}) d left join box_doubt_noticed n on n.what = d.what and n.about = d.about
      where d.known_from >= ${since} and coalesce(d.waits + ${receiptGrace}, 0) <= ${now} and coalesce(n.standing, 0) = 0
    union all
    select n.what, n.about, n.area, '[]', 0, n.times, 1
      from box_doubt_noticed n indexed by box_doubt_standing
      where n.standing = 1 and not exists (select 1 from box_doubt d where d.what = n.what and d.about = n.about)
        and not exists (select 1 from stock_doubt d where d.what = n.what and d.about = n.about)
    order by settled desc, at, what, about`,
    nextDeadline: (_, { now, since }) =>
      sql<{ due: number | null }>`select min(waits) + ${receiptGrace} as due from box_doubt where waits > ${now - receiptGrace} and known_from >= ${since}`,
    act: ({ what: said, about, area: where, events, at, times, settled }) => {
      const area = villageOf(where);
      const what = boxContradictionKinds.find((kind) => kind === said);
      if (!what) throw new TypeError(`"${said}" is no kind of contradiction.`);
      const key = `${what} ${about} ${times}`;
      return settled === 1
        ? action({ key: `settled ${key}`, slice: settleContradiction, asked: { area, what, about: codes(about) } })
        : action({ key: `noticed ${key}`, slice: noticeContradiction, asked: { area, what, about: codes(about), events: codes(events), at } });
    },
  });
