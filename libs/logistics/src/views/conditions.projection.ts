import { projection } from '#read-models';
import { conditionChecked, hazardFound } from '../domain/warehouse.ts';
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

export const conditions = projection<{ zone_check: CheckTable; hazard: HazardTable }>({
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
  .on(hazardFound, (db, { commandId, data }) => db.insertInto('hazard').values({ command: commandId, hazard: data.hazard }));
