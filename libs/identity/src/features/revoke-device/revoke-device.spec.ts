import { specFor } from '#testing';
import { accountOpened, deviceEnrolled, deviceRevoked } from '../../domain/account.ts';
import { revokeDevice } from './revoke-device.ts';

const account = '018c2207-0000-7000-8000-0000000000a1';
const device = '018c2207-0000-7000-8000-0000000000f1';
const opened = accountOpened({ login: 'guard-7' });
const enrolled = deviceEnrolled({ device, publicKey: 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=', algorithm: 'ed25519' });
const { given } = specFor(revokeDevice);

describe('revoke-device', () => {
  it('revokes it', () =>
    given({ account: [opened, enrolled] })
      .when({ account, device })
      .then(deviceRevoked({ device })));

  it('goes on believing it up to an entry', () =>
    given({ account: [opened, enrolled] })
      .when({ account, device, lastTrustedSeq: 12 })
      .then(deviceRevoked({ device, lastTrustedSeq: 12 })));

  it('objects to a device that the account does not have', () =>
    given({ account: [opened] })
      .when({ account, device })
      .objects('identity.device-unknown'));

  it('objects to one that was revoked', () =>
    given({ account: [opened, enrolled, deviceRevoked({ device })] })
      .when({ account, device })
      .objects('identity.device-already-revoked'));

  it('objects when an investigator revokes another’s', () =>
    given({ account: [opened, enrolled] })
      .when({ account, device }, { role: 'investigator' })
      .objects('identity.not-your-device'));
});
