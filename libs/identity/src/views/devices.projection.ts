import { projection } from '#read-models';
import { sql } from 'kysely';
import { deviceEnrolled, deviceRevoked, type DeviceAlgorithm } from '../domain/account.ts';

export interface DeviceTable {
  account: string;
  device: string;
  algorithm: DeviceAlgorithm;
  public_key: string;
  enrolled: number;
  enrolled_by: string;
  revoked: number | null;
  last_trusted: number | null;
  /** The device before it, and the one after it. */
  replaces: string | null;
  replaced_by: string | null;
}

/** The devices of every account, also those that were revoked. */
export const devices = projection<{ device: DeviceTable }>({
  name: 'devices',
  context: 'identity',
  create: (schema) => [
    schema
      .createTable('device')
      .addColumn('account', 'text', (c) => c.notNull())
      .addColumn('device', 'text', (c) => c.notNull())
      .addColumn('algorithm', 'text', (c) => c.notNull())
      .addColumn('public_key', 'text', (c) => c.notNull())
      .addColumn('enrolled', 'integer', (c) => c.notNull())
      .addColumn('enrolled_by', 'text', (c) => c.notNull())
      .addColumn('revoked', 'integer')
      .addColumn('last_trusted', 'integer')
      .addColumn('replaces', 'text')
      .addColumn('replaced_by', 'text')
      .addPrimaryKeyConstraint('device_key', ['account', 'device'])
      .modifyEnd(sql`strict, without rowid`),
  ],
})
  .on(deviceEnrolled, {
    derive: ({ data }) => ({ before: data.replaces ?? null }),
    step: (db, { subject, data, effectiveAt, actor }, { before }) => [
      db
        .insertInto('device')
        .values({
          account: subject,
          device: data.device,
          algorithm: data.algorithm,
          public_key: data.publicKey,
          enrolled: effectiveAt,
          enrolled_by: actor.user,
          revoked: null,
          last_trusted: null,
          replaces: before,
          replaced_by: null,
        })
        .onConflict((conflict) => conflict.columns(['account', 'device']).doNothing()),
      db.updateTable('device').set({ replaced_by: data.device }).where('account', '=', subject).where('device', '=', before),
    ],
  })
  .on(deviceRevoked, (db, { subject, data, effectiveAt }) =>
    db.updateTable('device').set({ revoked: effectiveAt, last_trusted: data.lastTrustedSeq }).where('account', '=', subject).where('device', '=', data.device),
  );
