import { Count, Id, Many, Moment, OneOf, Optional, OrNull, Words } from '#http';
import type { Instant } from '#kernel';
import { codes, fields, latest, lateness, moment, query, textOf } from '#read-models';
import { sql } from 'kysely';
import { dispatchDeparted } from '../../domain/dispatch.ts';
import { boxes } from '../../views/boxes.projection.ts';
import { movements, type MovementTable } from '../../views/movements.projection.ts';
import { readers } from '../../views/readers.ts';
import { stationCode } from '../of-box.ts';

export class BoxHistory {
  @Id('The box') box!: string;
  @Words('The station it is for', { pattern: stationCode, example: '1601141011-007' }) station!: string;
  @Optional(Moment('As it was known at which instant; absent: now')) knownAt?: Instant;
}

export class BoxHistoryEntry {
  @Id('The event') event!: string;
  @Words('What happened: the type of the event') what!: string;
  @OneOf('Whether it was told of the box or of the run whose truck it was on', ['box', 'run']) of!: 'box' | 'run';
  @Moment('When it happened') at!: string;
  @Words('When it happened, as it was said') occurredAt!: string;
  @Moment('When the log learnt of it') recorded!: string;
  @Count('How much later the log learnt of it, in ms') lateMs!: number;
  @OrNull(Id('The run')) dispatch!: string | null;
  @OrNull(Id('The warehouse')) warehouse!: string | null;
  @OrNull(Id('The zone')) zone!: string | null;
  @OrNull(Words('The village')) village!: string | null;
  @OrNull(Words('The checkpoint')) checkpoint!: string | null;
  @OrNull(Words('Code of the reason')) reason!: string | null;
  @Many(Words('Number on a seal that was put on, broken or found')) seals!: string[];
  @Many(Words('Number on a seal that had been put on, when those that were found are others')) sealed!: string[];
  @Many(Words('What of the truck was not as planned when it left: vehicle, driver, escort')) differs!: string[];
  @Many(Words('What kept it off the truck')) barriers!: string[];
  @OrNull(Id('The run that it belonged to when it was kept off another')) belongsTo!: string | null;
  @OrNull(Words('How it was lost', { max: 2_000 })) circumstances!: string | null;
  @OrNull(Words('Where it was last seen before', { max: 2_000 })) lastSeen!: string | null;
  @Id('Account of who says so') by!: string;
  @Words('In which role') role!: string;
  @OneOf('In which voice', ['asked', 'testified']) voice!: string;
  @OrNull(Words('How testimony reached the log')) method!: string | null;
  @Many(Words('Code of an objection that stood against it')) contradicts!: string[];
}

type Row = Omit<MovementTable, 'stream' | 'revision' | 'known_from' | 'area' | 'warehouse'>;
const columns = sql`m.event, m.type, m.box, m.dispatch, m.at, m.recorded, m.occurred_at, m.user, m.role, m.sent_by, m.voice, m.method, m.contradicts, m.detail`;

const unlikeThePlan = ['vehicle', 'driver', 'escort'];

export const boxHistory = query(BoxHistory)({
  name: 'logistics.box-history',
  summary: 'Everything that was told of a box, and of the runs whose trucks it was on while it was on them, in the order in which it happened.',
  roles: [...readers, 'station-officer'],
  scope: ({ station }) => ({ station }),
  from: [boxes, movements],
  answers: [BoxHistoryEntry],
  find: ({ box, station, knownAt = latest }) => sql<Row>`
    select * from (
      select ${columns}, m.stream, m.revision from movement m where m.box = ${box} and m.known_from <= ${knownAt}
      union all
      select distinct ${columns}, m.stream, m.revision
        from box_place p cross join movement m on m.dispatch = p.dispatch and m.box is null and m.at >= p.effective_from and m.at < p.effective_to
        where p.subject = ${box} and p.place = 'on-truck' and p.known_from <= ${knownAt} and p.known_to > ${knownAt} and m.known_from <= ${knownAt}
    ) where exists (select 1 from box b where b.box = ${box} and b.station = ${station})
    order by at, stream, revision`,
  present: (rows) => rows.map(entryOf),
  reveals: ['circumstances', 'lastSeen'],
});

function entryOf(row: Row): BoxHistoryEntry {
  const detail = fields(row.detail);
  const { warehouse, zone, village, checkpoint, reason, seals, seal, found, sealed, barriers, belongsTo, circumstances, lastSeen } = detail;
  const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);
  const oneSeal = textOf(seal);
  return {
    event: row.event,
    what: row.type,
    of: row.box === null ? 'run' : 'box',
    at: moment(row.at),
    occurredAt: row.occurred_at,
    recorded: moment(row.recorded),
    lateMs: lateness(row.at, row.recorded),
    dispatch: row.dispatch,
    warehouse: textOf(warehouse),
    zone: textOf(zone),
    village: textOf(village),
    checkpoint: textOf(checkpoint),
    reason: textOf(reason),
    seals: oneSeal === null ? texts(found ?? seals) : [oneSeal],
    sealed: texts(sealed),
    differs:
      row.type === dispatchDeparted.type
        ? unlikeThePlan.filter((what) => detail[what] !== undefined || (what === 'escort' && detail['escortOthers'] !== undefined))
        : [],
    barriers: texts(barriers),
    belongsTo: textOf(belongsTo),
    circumstances: textOf(circumstances),
    lastSeen: textOf(lastSeen),
    by: row.user,
    role: row.role,
    voice: row.voice,
    method: row.method,
    contradicts: codes(row.contradicts),
  };
}
