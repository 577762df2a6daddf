import type { Database } from 'better-sqlite3';

export type Secret = 'passphrase' | 'pin';

export function credentialOperations(db: Database) {
  const set = {
    passphrase: db.prepare<[string, string]>(
      'insert into credential (account, passphrase) values (?, ?) on conflict (account) do update set passphrase = excluded.passphrase',
    ),
    pin: db.prepare<[string, string]>('insert into credential (account, pin) values (?, ?) on conflict (account) do update set pin = excluded.pin'),
  };
  const get = db.prepare<[string], { passphrase: string | null; pin: string | null }>('select passphrase, pin from credential where account = ?');

  return {
    /** `hash` is an argon2id PHC string. */
    setSecret(account: string, secret: Secret, hash: string): void {
      set[secret].run(account, hash);
    },
    secretOf(account: string, secret: Secret): string | undefined {
      return get.get(account)?.[secret] ?? undefined;
    },
  };
}
