import { nameKey } from '#kernel';
import { projection } from '#read-models';
import { doorLocked, doorRegistered, doorUnlocked } from '../domain/door.ts';
import type { DoorLevel } from '../domain/door.ts';
import { postRegistered } from '../domain/post.ts';

export interface PostTable {
  post: string;
  village: string;
  name: string;
  /** The name as it is compared. */
  name_key: string;
  registered: number;
}

export interface DoorTable {
  door: string;
  post: string;
  code: string;
  code_key: string;
  zone: string;
  level: DoorLevel;
  capacity: number;
  registered: number;
}

/** Each turn of a lock. How a door stood at an instant is its last turn until then; without any it is unlocked. */
export interface LockTable {
  door: string;
  revision: number;
  at: number;
  locked: number;
  reason: string | null;
  recorded: number;
}

export const places = projection<{ post: PostTable; door: DoorTable; lock: LockTable }>({
  name: 'places',
  context: 'access',
  create: (schema) => [
    schema
      .createTable('post')
      .addColumn('post', 'text', (c) => c.primaryKey())
      .addColumn('village', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('registered', 'integer', (c) => c.notNull()),
    schema.createIndex('post_by_name').on('post').column('name_key'),
    schema
      .createTable('door')
      .addColumn('door', 'text', (c) => c.primaryKey())
      .addColumn('post', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('code_key', 'text', (c) => c.notNull())
      .addColumn('zone', 'text', (c) => c.notNull())
      .addColumn('level', 'text', (c) => c.notNull())
      .addColumn('capacity', 'integer', (c) => c.notNull())
      .addColumn('registered', 'integer', (c) => c.notNull()),
    schema.createIndex('door_by_code').on('door').columns(['post', 'code_key']),
    schema
      .createTable('lock')
      .addColumn('door', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('locked', 'integer', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('recorded', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('lock_key', ['door', 'at', 'revision']),
  ],
})
  .on(postRegistered, {
    derive: ({ data }) => ({ nameKey: nameKey(data.name) }),
    step: (db, { subject, data, effectiveAt }, { nameKey: name_key }) =>
      db
        .insertInto('post')
        .values({ post: subject, village: data.village, name: data.name, name_key, registered: effectiveAt })
        .onConflict((conflict) => conflict.doNothing()),
  })
  .on(doorRegistered, {
    derive: ({ data }) => ({ codeKey: nameKey(data.code) }),
    step: (db, { subject, data: { post, code, zone, level, capacity }, effectiveAt }, { codeKey: code_key }) =>
      db
        .insertInto('door')
        .values({ door: subject, post, code, code_key, zone, level, capacity, registered: effectiveAt })
        .onConflict((conflict) => conflict.doNothing()),
  })
  .on(doorLocked, (db, { subject, revision, data, effectiveAt, recordedAt }) =>
    db.insertInto('lock').values({ door: subject, revision, at: effectiveAt, locked: 1, reason: data.reason, recorded: recordedAt }),
  )
  .on(doorUnlocked, (db, { subject, revision, effectiveAt, recordedAt }) =>
    db.insertInto('lock').values({ door: subject, revision, at: effectiveAt, locked: 0, reason: null, recorded: recordedAt }),
  );
