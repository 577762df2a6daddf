import { Flag, Id, Many, Moment, OneOf, OrNull, Words } from '#http';
import { codes, forever, momentOrNull, query } from '#read-models';
import { sql } from 'kysely';
import { boxes } from '../../views/boxes.projection.ts';
import { dispatches } from '../../views/dispatches.projection.ts';
import { foundAtTruck } from '../../views/found-at-truck.ts';
import { readers } from '../../views/readers.ts';
import { runStatuses, type RunStatus } from '../dispatch-board/dispatch-board.ts';
import { OfRun, personalOfRun, RunFacts, runFactsOf } from '../of-run.ts';

const states = ['not-loaded', 'on-truck', 'received', 'gone-on', 'lost'] as const;
type LineState = (typeof states)[number];

export class ManifestLine {
  @Id('The box') box!: string;
  @OrNull(Words('The station it is for')) station!: string | null;
  @OrNull(Words('Which election it is for')) contest!: string | null;
  @Many(Words('Number on a seal that is on it')) seals!: string[];
  @Flag('Whether the run was planned to carry it') planned!: boolean;
  @Flag('Whether it was named as missing when the truck was let go') missing!: boolean;
  @OneOf('How it stands with this run; gone-on: it was on the truck and is somewhere else by now; lost: nobody knows where it is', states) state!: LineState;
  @OrNull(Moment('When it went onto the truck')) loaded!: string | null;
}

export class Manifest extends RunFacts {
  @OneOf('How far it is', runStatuses) status!: RunStatus;
  @Many(ManifestLine) lines!: ManifestLine[];
}

interface LineRow {
  readonly box: string;
  readonly station: string | null;
  readonly contest: string | null;
  readonly seals: string;
  readonly planned: number;
  readonly missing: number;
  readonly place: string | null;
  readonly from_here: number;
  readonly loaded: number | null;
}

export const manifest = query(OfRun)({
  name: 'logistics.manifest',
  summary: 'What a run carries: each box that it was planned for or that went onto its truck, with its seals and how it stands.',
  roles: readers,
  scope: ({ destination }) => ({ area: destination }),
  from: [boxes, dispatches],
  answers: Manifest,
  find: ({ dispatch, destination }, db, { now }) => ({
    run: db
      .selectFrom('dispatch')
      .leftJoin('run_place', (join) =>
        join
          .onRef('run_place.subject', '=', 'dispatch.dispatch')
          .on('run_place.known_to', '=', forever)
          .on('run_place.effective_from', '<=', now)
          .on('run_place.effective_to', '>', now),
      )
      .selectAll('dispatch')
      .select('run_place.status')
      .select(foundAtTruck('dispatch.dispatch', { at: now }).as('found'))
      .where('dispatch.dispatch', '=', dispatch)
      .where('dispatch.destination', '=', destination),
    lines: sql<LineRow>`
      with carried as (select subject as box, min(effective_from) as loaded from box_place where dispatch = ${dispatch} and place = 'on-truck' and known_to = ${forever} group by subject),
        named as (select box from plan where dispatch = ${dispatch} union select box from carried)
      select n.box, b.station, b.contest, c.loaded, p.place, coalesce(p.dispatch = ${dispatch}, 0) as from_here,
        exists (select 1 from plan l where l.dispatch = ${dispatch} and l.box = n.box) as planned,
        exists (select 1 from missing_box m where m.dispatch = ${dispatch} and m.box = n.box) as missing,
        (select json_group_array(number) from (select distinct s.number from seal s where s.box = n.box
          and not exists (select 1 from seal_break k where k.box = s.box and k.number = s.number and k.at >= s.at) order by s.number)) as seals
      from named n left join box b on b.box = n.box left join carried c on c.box = n.box
        left join box_place p on p.subject = n.box and p.known_to = ${forever} and p.effective_from <= ${now} and p.effective_to > ${now}
      order by b.station, n.box`,
  }),
  present: ({ run: [run], lines }) =>
    run && {
      ...runFactsOf(run),
      status: runStatuses.find((each) => each === run.status) ?? 'planned',
      lines: lines.map(lineOf),
    },
  reveals: personalOfRun,
});

const lineOf = (row: LineRow): ManifestLine => ({
  box: row.box,
  station: row.station,
  contest: row.contest,
  seals: codes(row.seals),
  planned: row.planned === 1,
  missing: row.missing === 1,
  state: stateOf(row),
  loaded: momentOrNull(row.loaded),
});

function stateOf({ place, from_here, loaded }: LineRow): LineState {
  if (place === 'lost') return 'lost';
  if (from_here === 1) return place === 'on-truck' ? 'on-truck' : 'received';
  return loaded === null ? 'not-loaded' : 'gone-on';
}
