import { specFor } from '#testing';
import { accountOpened, accountSuspended, deviceEnrolled, deviceRevoked, roleGranted } from '../../domain/account.ts';
import { enrolDevice } from './enrol-device.ts';

const account = '018c2207-0000-7000-8000-0000000000a1';
const device = '018c2207-0000-7000-8000-0000000000f1';
const ed25519 = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=';
const p256 = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==';
const opened = accountOpened({ login: 'guard-7' });
const enrol = { account, device, publicKey: ed25519, algorithm: 'ed25519' } as const;
const enrolled = deviceEnrolled({ device, publicKey: ed25519, algorithm: 'ed25519' });
const { given } = specFor(enrolDevice);

describe('enrol-device', () => {
  it('enrols an Ed25519 key', () =>
    given({ account: [opened] })
      .when(enrol)
      .then(enrolled));

  it('enrols a P-256 key', () =>
    given({ account: [opened] })
      .when({ ...enrol, publicKey: p256, algorithm: 'ecdsa-p256' })
      .then(deviceEnrolled({ device, publicKey: p256, algorithm: 'ecdsa-p256' })));

  describe('in the place of another', () => {
    const next = '018c2207-0000-7000-8000-0000000000f2';
    const replacing = { ...enrol, device: next, replaces: device };
    const replaced = deviceEnrolled({ device: next, publicKey: enrol.publicKey, algorithm: enrol.algorithm, replaces: device });

    it('gives the other one up, but for what it has signed until then', () =>
      given({ account: [opened, enrolled] })
        .when({ ...replacing, lastTrustedSeq: 12 })
        .then(replaced, deviceRevoked({ device, lastTrustedSeq: 12 })));

    it('gives up one that has never signed anything', () =>
      given({ account: [opened, enrolled] })
        .when(replacing)
        .then(replaced, deviceRevoked({ device })));

    it('leaves one as it is that was revoked before', () =>
      given({ account: [opened, enrolled, deviceRevoked({ device, lastTrustedSeq: 3 })] })
        .when({ ...replacing, lastTrustedSeq: 12 })
        .then(replaced));

    it('objects to one that the account does not have', () =>
      given({ account: [opened] })
        .when(replacing)
        .objects('identity.device-unknown'));
  });

  it('objects to an account that was never opened', () => given({}).when(enrol).objects('identity.account-unknown'));

  it('objects to one that is suspended', () =>
    given({ account: [opened, accountSuspended({ reason: 'misuse' })] })
      .when(enrol)
      .objects('identity.account-is-suspended'));

  it('objects when a squad leader does it for a commander', () =>
    given({ account: [opened, roleGranted({ grant: device, role: 'commander', place: { area: '1601' }, from: 0 })] })
      .when(enrol)
      .objects('identity.account-outranks'));

  it('objects to a device that is enrolled', () =>
    given({ account: [opened, enrolled] })
      .when(enrol)
      .objects('identity.device-known'));

  it.each([
    ['a key of another algorithm', { publicKey: p256 }],
    ['something that is no key', { publicKey: 'bm90IGEga2V5bm90IGEga2V5bm90IGEga2V5bm90IGEga2V5' }],
  ])('objects to %s', (_, key) =>
    given({ account: [opened] })
      .when({ ...enrol, ...key })
      .objects('identity.key-not-usable'),
  );
});
