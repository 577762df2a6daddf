import { isUuid, parseInstant, type CoSignatureClaim } from '#kernel';
import { decorate, type FieldDecorator } from './field.ts';
import type { Faults } from './faults.ts';

const base64url = /^[A-Za-z0-9_-]{86}$/;
const pin = /^\d{4,12}$/;

/**
 * A second person's consent: `{ user, pin }` online, or `{ user, device, seq, clock, signature }` by their own device.
 * As sent, `clock` is RFC 3339 with offset and the signature base64url; the command first holds the claim
 * (`CoSignatureClaim`) and, once verified, the `CoSignature`.
 */
export const CoSigned = (description: string): FieldDecorator => {
  const user = { type: 'string', format: 'uuid' } as const;
  return decorate({
    kind: 'co-signed',
    description,
    optional: false,
    schema: {
      oneOf: [
        { type: 'object', properties: { user, pin: { type: 'string', pattern: pin.source } }, required: ['user', 'pin'], additionalProperties: false },
        {
          type: 'object',
          properties: {
            user,
            device: { type: 'string', format: 'uuid' },
            seq: { type: 'integer', minimum: 0 },
            clock: { type: 'string', format: 'date-time' },
            signature: { type: 'string', pattern: base64url.source },
          },
          required: ['user', 'device', 'seq', 'clock', 'signature'],
          additionalProperties: false,
        },
      ],
      example: { user: '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11', pin: '000000' },
    },
    read: readClaim,
    fromText: (text) => text,
  });
};

function readClaim(sent: unknown, path: string, faults: Faults): CoSignatureClaim | undefined {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return faults.add(path, 'not-an-object');
  const claim = sent as Readonly<Record<string, unknown>>;
  const names = Object.keys(claim).sort().join();
  const user = idAt(claim['user'], `${path}.user`, faults);
  if (names === 'pin,user') {
    if (typeof claim['pin'] !== 'string' || !pin.test(claim['pin'])) return faults.add(`${path}.pin`, 'wrong-form', { pattern: pin.source });
    return user === undefined ? undefined : { user, pin: claim['pin'] };
  }
  if (names !== 'clock,device,seq,signature,user') return faults.add(path, 'not-a-co-signature');
  const device = idAt(claim['device'], `${path}.device`, faults);
  const seq = Number.isSafeInteger(claim['seq']) && Number(claim['seq']) >= 0 ? Number(claim['seq']) : faults.add(`${path}.seq`, 'not-an-integer');
  const clock = (typeof claim['clock'] === 'string' ? parseInstant(claim['clock']) : undefined) ?? faults.add(`${path}.clock`, 'not-a-moment');
  const signature =
    typeof claim['signature'] === 'string' && base64url.test(claim['signature'])
      ? claim['signature']
      : faults.add(`${path}.signature`, 'wrong-form', { pattern: base64url.source });
  if (user === undefined || device === undefined || seq === undefined || clock === undefined || signature === undefined) return undefined;
  return { user, device, seq, clock, signature };
}

const idAt = (value: unknown, path: string, faults: Faults): string | undefined =>
  typeof value === 'string' && isUuid(value) ? value : faults.add(path, 'not-a-uuid');
