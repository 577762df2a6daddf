import { settableClock } from '#kernel';
import { InvalidFields } from '../fields/faults.ts';
import { InvalidEnvelope, parseEnvelope, parseQueryEnvelope, type Headers } from './envelope.ts';

const clock = settableClock(Date.UTC(2023, 10, 30, 19, 13));
const key = '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11';
const device = '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e99';
const author = '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e55';
const signature = 'b'.repeat(86);
const occurred = '2023-12-01T02:00:00+07:00';
const asked: Headers = { 'idempotency-key': key };
const signed: Headers = { ...asked, 'saksi-occurred-at': occurred, 'saksi-device': `${device};7;2023-12-01T02:00:01.250+07:00`, 'saksi-signature': signature };

const read = (headers: Headers): object => ({ ...parseEnvelope(headers, { clock }) });

const refusal = (headers: Headers, parse: (headers: Headers) => unknown = read): readonly (readonly [string, string])[] => {
  try {
    parse(headers);
  } catch (error) {
    if (error instanceof InvalidEnvelope) return error.faults.map(({ path, code }) => [path, code] as const);
    throw error;
  }
  return [];
};

describe('an envelope', () => {
  it('needs no more than its key: asked now, by the session', () =>
    expect(read(asked)).toEqual({ commandId: key, correlationId: key, occurredAt: '2023-12-01T02:13:00.000+07:00', voice: 'asked' }));

  it('keeps what the person says to the letter', () =>
    expect(read({ ...asked, 'saksi-occurred-at': '2023-12-01t02:00:00.5+07:00' })).toMatchObject({ occurredAt: '2023-12-01t02:00:00.5+07:00' }));

  it('carries the correlation it is given', () => expect(read({ ...asked, 'saksi-correlation-id': device })).toMatchObject({ correlationId: device }));

  it("says what the device's clock showed when it sent this", () =>
    expect(read({ ...signed, 'saksi-sent-at': '2023-12-01T02:13:05.500+07:00' })).toMatchObject({ sentAt: Date.UTC(2023, 10, 30, 19, 13, 5, 500) }));

  it('carries a signed entry, asked', () =>
    expect(read({ ...signed, 'saksi-author': author })).toEqual({
      commandId: key,
      correlationId: key,
      occurredAt: occurred,
      voice: 'asked',
      author,
      device: { id: device, seq: 7, clock: Date.UTC(2023, 10, 30, 19, 0, 1, 250), previousHash: null, signature },
    }));

  it.each<[string, Headers, string]>([
    ['signed on a device', { ...signed, 'saksi-voice': 'testified', 'saksi-previous': 'a'.repeat(64) }, 'device'],
    ['told later', { ...asked, 'saksi-occurred-at': occurred, 'saksi-voice': 'testified' }, 'told'],
    ['told, said so', { ...asked, 'saksi-occurred-at': occurred, 'saksi-testimony': 'told' }, 'told'],
    ['copied from paper', { ...asked, 'saksi-occurred-at': occurred, 'saksi-testimony': 'paper' }, 'paper'],
  ])('is testimony when %s', (_, headers, method) => expect(read(headers)).toMatchObject({ voice: 'testified', method }));
});

describe('an envelope is refused, with the name of the header', () => {
  it.each<[string, Headers, string, string]>([
    ['without a key', {}, 'Idempotency-Key', 'required'],
    ['with a key that is no UUID', { 'idempotency-key': 'k' }, 'Idempotency-Key', 'not-a-uuid'],
    ['with a key in upper case', { 'idempotency-key': key.toUpperCase() }, 'Idempotency-Key', 'not-a-uuid'],
    ['with two keys', { 'idempotency-key': `${key}, ${key}` }, 'Idempotency-Key', 'not-a-uuid'],
    ['with a time without offset', { ...asked, 'saksi-occurred-at': '2023-12-01T02:00:00' }, 'Saksi-Occurred-At', 'not-a-moment'],
    ['with a time of sending without offset', { ...signed, 'saksi-sent-at': '2023-12-01T02:00:00' }, 'Saksi-Sent-At', 'not-a-moment'],
    ['with a day that does not exist', { ...asked, 'saksi-occurred-at': '2023-02-30T02:00:00Z' }, 'Saksi-Occurred-At', 'not-a-moment'],
    ['with a device of two parts', { ...signed, 'saksi-device': `${device};7` }, 'Saksi-Device', 'not-a-device'],
    ['with a device that is no UUID', { ...signed, 'saksi-device': 'phone;7;2023-12-01T02:00:00Z' }, 'Saksi-Device', 'not-a-device'],
    ['with a negative number', { ...signed, 'saksi-device': `${device};-7;2023-12-01T02:00:00Z` }, 'Saksi-Device', 'not-a-device'],
    ["with a device's clock without offset", { ...signed, 'saksi-device': `${device};7;2023-12-01T02:00:00` }, 'Saksi-Device', 'not-a-device'],
    ['with a device and no signature', { ...signed, 'saksi-signature': undefined }, 'Saksi-Signature', 'required'],
    ['with a signature in another alphabet', { ...signed, 'saksi-signature': '+'.repeat(86) }, 'Saksi-Signature', 'not-a-signature'],
    ['with a signature and no device', { ...asked, 'saksi-occurred-at': occurred, 'saksi-signature': signature }, 'Saksi-Device', 'required'],
    ['signed, but without saying when it happened', { ...signed, 'saksi-occurred-at': undefined }, 'Saksi-Occurred-At', 'required'],
    ['with a previous hash that is none', { ...signed, 'saksi-previous': 'A'.repeat(64) }, 'Saksi-Previous', 'not-a-hash'],
    ['with an author who is no id', { ...signed, 'saksi-author': 'guard' }, 'Saksi-Author', 'not-a-uuid'],
    ['in the name of another, unsigned', { ...asked, 'saksi-author': author }, 'Saksi-Signature', 'required'],
    ['in a voice that is none', { ...asked, 'saksi-voice': 'shouted' }, 'Saksi-Voice', 'not-one-of'],
    ['testified, but without saying when it happened', { ...asked, 'saksi-voice': 'testified' }, 'Saksi-Occurred-At', 'required'],
    ['with testimony that is none', { ...asked, 'saksi-occurred-at': occurred, 'saksi-testimony': 'dreamt' }, 'Saksi-Testimony', 'not-one-of'],
    ['told and asked at once', { ...asked, 'saksi-occurred-at': occurred, 'saksi-testimony': 'told', 'saksi-voice': 'asked' }, 'Saksi-Voice', 'not-one-of'],
    ['copied from paper and signed by a device at once', { ...signed, 'saksi-testimony': 'paper' }, 'Saksi-Testimony', 'told-by-a-device'],
    ['with a correlation that is none', { ...asked, 'saksi-correlation-id': 'x' }, 'Saksi-Correlation-Id', 'not-a-uuid'],
  ])('%s', (_, headers, path, code) => expect(refusal(headers)).toEqual([[path, code]]));

  it('in both languages', () => {
    const error = new InvalidEnvelope([{ path: 'Idempotency-Key', code: 'required', details: {} }]);
    expect(error).toBeInstanceOf(InvalidFields);
    expect([...error.said('id'), ...error.said('en')].map(({ message }) => message)).toEqual(['Isian ini wajib diisi.', 'This field is required.']);
  });

  it('naming everything that is wrong at once', () =>
    expect(refusal({ 'saksi-author': 'x', 'saksi-voice': 'y' }).map(([path]) => path)).toEqual(['Idempotency-Key', 'Saksi-Author', 'Saksi-Voice']));
});

describe("a query's envelope", () => {
  it('says what the view must have passed', () => expect(parseQueryEnvelope({ 'saksi-after': '42' })).toEqual({ after: 42n }));
  it('may be empty', () => expect(parseQueryEnvelope({})).toEqual({}));
  it.each(['-1', '1.5', 'soon', '', '9'.repeat(19)])('refuses the position "%s"', (text) =>
    expect(refusal({ 'saksi-after': text }, (headers) => parseQueryEnvelope(headers))).toEqual([['Saksi-After', 'not-a-position']]),
  );
});
