import { Module } from '@nestjs/common';
import { context } from '#cqrs';
import { account } from './domain/account.ts';
import { identityObjections } from './domain/identity.objections.ts';
import { accountList } from './features/accounts/accounts.ts';
import { deviceList } from './features/devices/devices.ts';
import { endRole } from './features/end-role/end-role.ts';
import { enrolDevice } from './features/enrol-device/enrol-device.ts';
import { grantRole } from './features/grant-role/grant-role.ts';
import { issueEnrolmentCode } from './features/issue-enrolment-code/issue-enrolment-code.ts';
import { issueResetCode } from './features/issue-reset-code/issue-reset-code.ts';
import { onDuty } from './features/on-duty/on-duty.ts';
import { openAccount } from './features/open-account/open-account.ts';
import { recordLockOut } from './features/record-lock-out/record-lock-out.ts';
import { recordPassphrase } from './features/record-passphrase/record-passphrase.ts';
import { recordPin } from './features/record-pin/record-pin.ts';
import { reinstateAccount } from './features/reinstate-account/reinstate-account.ts';
import { revokeDevice } from './features/revoke-device/revoke-device.ts';
import { suspendAccount } from './features/suspend-account/suspend-account.ts';
import { accounts } from './views/accounts.projection.ts';
import { devices } from './views/devices.projection.ts';

const ownExtension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** The module that the projector's thread imports. */
export const identityProjections = new URL(`./projections${ownExtension}`, import.meta.url).href;

@Module(
  context('identity', {
    objections: identityObjections,
    streams: [account],
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
    ],
    projections: [accounts, devices],
    queries: [accountList, onDuty, deviceList],
  }),
)
export class IdentityModule {}
