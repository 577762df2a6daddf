import { Count, Flag, Id, Moment, OneOf, Optional, OrNull, Words } from '#http';
import type { Instant } from '#kernel';
import { query, momentOrNull } from '#read-models';
import { doorLevels } from '../../domain/door.ts';
import type { DoorLevel } from '../../domain/door.ts';
import { staysAt } from '../../views/inside.ts';
import { places } from '../../views/places.projection.ts';
import { presence } from '../../views/presence.projection.ts';
import { readers } from '../../views/readers.ts';

export class Doors {
  @Id('The post') post!: string;
  @Optional(Moment('At which instant; absent: now')) at?: Instant;
}

export class DoorFound {
  @Id('The door') door!: string;
  @Words('Its code') code!: string;
  @Words('The zone behind it') zone!: string;
  @OneOf('Who may pass', doorLevels) level!: DoorLevel;
  @Count('How many may be behind it') capacity!: number;
  @Count('How many are behind it') inside!: number;
  @Flag('Whether it is locked') locked!: boolean;
  @OrNull(Words('Why it is locked')) reason!: string | null;
  @OrNull(Moment('Since when it is locked or unlocked; null: it never was locked')) since!: string | null;
}

export const doors = query(Doors)({
  name: 'access.doors',
  summary: 'The doors of a post: who may pass, whether they are locked, how many are behind them.',
  roles: [...readers, 'dispatcher'],
  scope: ({ post }) => ({ post }),
  from: [places, presence],
  answers: [DoorFound],
  find: ({ post, at }, db, { now }) =>
    db
      .selectFrom('door')
      .leftJoin('lock', (join) =>
        join.onRef('lock.door', '=', 'door.door').on('lock.revision', '=', (eb) =>
          eb
            .selectFrom('lock as last')
            .select('last.revision')
            .whereRef('last.door', '=', 'door.door')
            .where('last.at', '<=', at ?? now)
            .orderBy('last.at', 'desc')
            .orderBy('last.revision', 'desc')
            .limit(1),
        ),
      )
      .leftJoin(
        (eb) =>
          eb
            .selectFrom(staysAt({ post, at: at ?? now }))
            .select(['inside.door', eb.fn.countAll<number>().as('guests')])
            .where('inside.unobserved', 'is', null)
            .groupBy('inside.door')
            .as('count'),
        (join) => join.onRef('count.door', '=', 'door.door'),
      )
      .select(['door.door', 'door.code', 'door.zone', 'door.level', 'door.capacity', 'lock.locked', 'lock.reason', 'lock.at', 'count.guests'])
      .where('door.post', '=', post)
      .orderBy('door.code_key')
      .orderBy('door.door'),
  present: (rows) =>
    rows.map((row): DoorFound => ({
      door: row.door,
      code: row.code,
      zone: row.zone,
      level: row.level,
      capacity: row.capacity,
      inside: row.guests ?? 0,
      locked: row.locked === 1,
      reason: row.locked === 1 ? row.reason : null,
      since: momentOrNull(row.at),
    })),
});
