import { projection } from '#read-models';
import { conditionChecked, hazardFound, zonePhotographed } from '../domain/warehouse.ts';
import type { Hazard } from '../domain/warehouse.ts';

/** Somebody looked at a zone. */
export interface CheckTable {
  /** Id of the event. */
  event: string;
  command: string;
  warehouse: string;
  zone: string;
  at: number;
  recorded: number;
  known_from: number;
  humidity: number | null;
  /** JSON list of digests. */
  photos: string;
  note: string | null;
  user: string;
  role: string;
  voice: string;
  /** JSON list of the objections that stood against it. */
  contradicts: string | null;
}

/** What was found in the check of the same command. */
export interface HazardTable {
  command: string;
  hazard: Hazard;
}

/** A picture that came. */
export interface ZonePhotoTable {
  /** Id of the event. */
  event: string;
  warehouse: string;
  zone: string;
  /** Digest, as a check names it. */
  photo: string;
  /** Commitment to the picture. */
  picture: string;
  at: number;
  known_from: number;
}

export const conditions = projection<{ zone_check: CheckTable; hazard: HazardTable; zone_photo: ZonePhotoTable }>({
  name: 'conditions',
  context: 'logistics',
  create: (schema) => [
    schema
      .createTable('zone_check')
      .addColumn('event', 'text', (c) => c.primaryKey())
      .addColumn('command', 'text', (c) => c.notNull())
      .addColumn('warehouse', 'text', (c) => c.notNull())
      .addColumn('zone', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('recorded', 'integer', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addColumn('humidity', 'integer')
      .addColumn('photos', 'text', (c) => c.notNull())
      .addColumn('note', 'text')
      .addColumn('user', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('voice', 'text', (c) => c.notNull())
      .addColumn('contradicts', 'text'),
    schema.createIndex('zone_check_in_time').on('zone_check').columns(['warehouse', 'at']),
    schema
      .createTable('hazard')
      .addColumn('command', 'text', (c) => c.notNull())
      .addColumn('hazard', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('hazard_key', ['command', 'hazard']),
    schema
      .createTable('zone_photo')
      .addColumn('event', 'text', (c) => c.primaryKey())
      .addColumn('warehouse', 'text', (c) => c.notNull())
      .addColumn('zone', 'text', (c) => c.notNull())
      .addColumn('photo', 'text', (c) => c.notNull())
      .addColumn('picture', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull()),
    schema.createIndex('zone_photo_by_digest').on('zone_photo').columns(['warehouse', 'photo']),
  ],
})
  .on(conditionChecked, (db, { id, commandId, subject, data, effectiveAt, recordedAt, knownFrom, actor, voice, contradicts }) =>
    db.insertInto('zone_check').values({
      event: id,
      command: commandId,
      warehouse: subject,
      zone: data.zone,
      at: effectiveAt,
      recorded: recordedAt,
      known_from: knownFrom,
      humidity: data.humidity,
      photos: data.photos,
      note: data.note,
      user: actor.user,
      role: actor.role,
      voice,
      contradicts,
    }),
  )
  .on(hazardFound, (db, { commandId, data }) => db.insertInto('hazard').values({ command: commandId, hazard: data.hazard }))
  .on(zonePhotographed, (db, { id, subject, data, effectiveAt, knownFrom }) =>
    db.insertInto('zone_photo').values({
      event: id,
      warehouse: subject,
      zone: data.zone,
      photo: data.photo,
      picture: data.zonePhoto,
      at: effectiveAt,
      known_from: knownFrom,
    }),
  );
