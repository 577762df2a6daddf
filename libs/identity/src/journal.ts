import type { Recorder } from '#cqrs';
import { uuidv7, type Clock, type CommandSlice, type Asked, type Instant } from '#kernel';
import type { DeviceAlgorithm, LockedSecret, PassphraseChange } from './domain/account.ts';
import { identityProcess } from './domain/process.ts';
import { enrolDevice } from './features/enrol-device/enrol-device.ts';
import { recordLockOut } from './features/record-lock-out/record-lock-out.ts';
import { recordPassphrase } from './features/record-passphrase/record-passphrase.ts';
import { recordPin } from './features/record-pin/record-pin.ts';

/** A device that a person has enrolled for themselves. */
export interface Enrolled {
  readonly device: string;
  readonly publicKey: string;
  readonly algorithm: DeviceAlgorithm;
  readonly replaces?: string;
  readonly lastTrustedSeq?: number;
}

/** What identity itself records about accounts, besides what people command. */
export interface Journal {
  passphraseSet(user: string, how: PassphraseChange): Promise<void>;
  pinSet(user: string): Promise<void>;
  signInLocked(user: string, what: LockedSecret, until: Instant): Promise<void>;
  deviceEnrolled(user: string, enrolled: Enrolled): Promise<void>;
}

/** Records through the one way into the log, as `process:identity`. The recorder is asked for late: it needs identity itself. */
export function createJournal(recorder: () => Pick<Recorder, 'record'>, clock: Clock): Journal {
  const record = async <C extends object>(slice: CommandSlice<C>, asked: Asked<C>): Promise<void> => {
    await recorder().record(slice, asked, { commandId: uuidv7(clock.now()), principal: { kind: 'process', role: identityProcess }, voice: 'asked' });
  };
  return {
    passphraseSet: (account, how) => record(recordPassphrase, { account, how }),
    pinSet: (account) => record(recordPin, { account }),
    signInLocked: (account, what, until) => record(recordLockOut, { account, what, until }),
    deviceEnrolled: (account, enrolled) => record(enrolDevice, { account, ...enrolled }),
  };
}
