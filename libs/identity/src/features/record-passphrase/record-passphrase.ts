import { command } from '#kernel';
import { Id, OneOf } from '#http';
import { account, passphraseChanges, passphraseSet, type PassphraseChange } from '../../domain/account.ts';
import { identityProcess } from '../../domain/process.ts';

export class RecordPassphrase {
  @Id('The account') account!: string;
  @OneOf('How it came to be', passphraseChanges) how!: PassphraseChange;
}

export const recordPassphrase = command(RecordPassphrase)({
  name: 'identity.record-passphrase',
  summary: 'A passphrase was set; the passphrase itself is nowhere in the log.',
  records: 'order',
  roles: [identityProcess],
  scope: (c) => ({ account: c.account }),
  writes: { account: (c) => account.at(c.account) },
  objections: { 'identity.account-unknown': (_, { account }) => account.status === 'unopened' },
  record: ({ how }) => [passphraseSet({ how })],
});
