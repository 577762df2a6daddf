import { Count, Id, Many, Moment, OneOf, Optional, OrNull, Words } from '#http';
import { codes, lateness, latest, moment, query } from '#read-models';
import { sql } from 'kysely';
import { hazards } from '../../domain/warehouse.ts';
import type { Hazard } from '../../domain/warehouse.ts';
import { conditions } from '../../views/conditions.projection.ts';
import { places } from '../../views/places.projection.ts';
import { readers } from '../../views/readers.ts';
import { AsOf, standing } from '../../views/standing.ts';

export class ConditionLog extends AsOf {
  @Id('The warehouse') warehouse!: string;
  @Optional(Id('Only of this zone')) zone?: string;
}

export class ConditionFound {
  @Id('The event') event!: string;
  @Id('The zone') zone!: string;
  @OrNull(Words('Its code', { max: 12 })) code!: string | null;
  @Moment('When somebody looked') at!: string;
  @Count('How much later the log learnt of it, in ms') lateMs!: number;
  @Many(OneOf('A hazard', hazards), { description: 'What was found there; none: all was well' }) found!: Hazard[];
  @OrNull(Count('Humidity of the air, per cent')) humidity!: number | null;
  @Many(Words('SHA-256, in hex'), { description: 'Photographs that were taken' }) photos!: string[];
  @Many(Words('SHA-256, in hex'), { description: 'Those of them whose picture has come, and can be seen' }) photosKept!: string[];
  @OrNull(Words('What was seen', { max: 2_000 })) note!: string | null;
  @Id('Who looked') user!: string;
  @Words('In which role') role!: string;
  @Words('Asked or testified') voice!: string;
  @Many(Words('A code'), { description: 'The objections that stood against it' }) contradicts!: string[];
}

const foundIn = sql<string>`(select json_group_array(hazard) from (select hazard from hazard h where h.command = zone_check.command order by hazard))`;

const keptBy = ({ knownAt = latest }: ConditionLog) => sql<string>`(
  select json_group_array(distinct p.photo) from zone_photo p, json_each(zone_check.photos) named
    where p.warehouse = zone_check.warehouse and p.zone = zone_check.zone and p.photo = named.value and p.known_from <= ${knownAt})`;

export const conditionLog = query(ConditionLog)({
  name: 'logistics.condition-log',
  summary: 'Who looked at which zone when, and what threatened it; the latest first.',
  roles: readers,
  scope: ({ warehouse }) => ({ warehouse }),
  from: [conditions, places],
  answers: [ConditionFound],
  find: (args, db, circumstances) =>
    db
      .selectFrom('zone_check')
      .select(['event', 'zone', 'at', 'recorded', 'humidity', 'photos', 'note', 'user', 'role', 'voice', 'contradicts', foundIn.as('found')])
      .select(sql<string | null>`(select code from zone z where z.warehouse = zone_check.warehouse and z.zone = zone_check.zone)`.as('code'))
      .select(keptBy(args).as('photosKept'))
      .where('warehouse', '=', args.warehouse)
      .where(standing(args, circumstances))
      .$if(args.zone !== undefined, (found) => found.where('zone', '=', args.zone ?? '')),
  page: { by: [['at', 'desc'], 'event'] },
  present: (rows) =>
    rows.map((row): ConditionFound => ({
      event: row.event,
      zone: row.zone,
      code: row.code,
      at: moment(row.at),
      lateMs: lateness(row.at, row.recorded),
      found: hazards.filter((hazard) => codes(row.found).includes(hazard)),
      humidity: row.humidity,
      photos: codes(row.photos),
      photosKept: codes(row.photos).filter((photo) => codes(row.photosKept).includes(photo)),
      note: row.note,
      user: row.user,
      role: row.role,
      voice: row.voice,
      contradicts: codes(row.contradicts),
    })),
  reveals: ['note'],
});
