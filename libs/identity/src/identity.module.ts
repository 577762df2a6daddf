import { Module } from '@nestjs/common';
import { context } from '#cqrs';
import { account } from './domain/account.ts';
import { identityObjections } from './domain/identity.objections.ts';
import { entry } from './domain/entry.ts';
import { acceptEntry } from './features/accept-entry/accept-entry.ts';
import { accountList } from './features/accounts/accounts.ts';
import { discardEntry } from './features/discard-entry/discard-entry.ts';
import { dismissEntry } from './features/dismiss-entry/dismiss-entry.ts';
import { deviceList } from './features/devices/devices.ts';
import { grantList } from './features/grants/grants.ts';
import { entryCounts } from './features/entry-counts/entry-counts.ts';
import { endRole } from './features/end-role/end-role.ts';
import { enrolDevice } from './features/enrol-device/enrol-device.ts';
import { grantRole } from './features/grant-role/grant-role.ts';
import { issueEnrolmentCode } from './features/issue-enrolment-code/issue-enrolment-code.ts';
import { issueResetCode } from './features/issue-reset-code/issue-reset-code.ts';
import { markEntry } from './features/mark-entry/mark-entry.ts';
import { markedEntries } from './features/marked-entries/marked-entries.ts';
import { noteEntry } from './features/note-entry/note-entry.ts';
import { onDuty } from './features/on-duty/on-duty.ts';
import { leaveUndone } from './features/leave-undone/leave-undone.ts';
import { openAccount } from './features/open-account/open-account.ts';
import { quarantineEntry } from './features/quarantine-entry/quarantine-entry.ts';
import { recordLockOut } from './features/record-lock-out/record-lock-out.ts';
import { recordPassphrase } from './features/record-passphrase/record-passphrase.ts';
import { recordPin } from './features/record-pin/record-pin.ts';
import { reinstateAccount } from './features/reinstate-account/reinstate-account.ts';
import { revokeDevice } from './features/revoke-device/revoke-device.ts';
import { suspendAccount } from './features/suspend-account/suspend-account.ts';
import { accounts } from './views/accounts.projection.ts';
import { devices } from './views/devices.projection.ts';
import { entries } from './views/entries.projection.ts';
import { takeUpAcceptedEntries } from './processes/take-up-accepted-entries.ts';

const ownExtension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** The module that the projector's thread imports. */
export const identityProjections = new URL(`./projections${ownExtension}`, import.meta.url).href;

export const identityProcesses = [takeUpAcceptedEntries];

@Module(
  context('identity', {
    objections: identityObjections,
    streams: [account, entry],
    commands: [
      openAccount,
      grantRole,
      endRole,
      suspendAccount,
      reinstateAccount,
      issueResetCode,
      issueEnrolmentCode,
      enrolDevice,
      revokeDevice,
      recordPassphrase,
      recordPin,
      recordLockOut,
      markEntry,
      quarantineEntry,
      acceptEntry,
      leaveUndone,
      dismissEntry,
      discardEntry,
      noteEntry,
    ],
    projections: [accounts, devices, entries],
    queries: [accountList, grantList, onDuty, deviceList, markedEntries, entryCounts],
  }),
)
export class IdentityModule {}
