import { formatWib, isUuid, parseInstant, type Clock, type Instant, type Method, type Voice } from '#kernel';
import type { Language } from '../language.ts';
import { Faults, InvalidFields } from '../fields/faults.ts';

/** A device's entry as it travels: `Saksi-Device`, `Saksi-Previous` and `Saksi-Signature`. Not yet verified. */
export interface DeviceEntry {
  readonly id: string;
  readonly seq: number;
  readonly clock: Instant;
  /** SHA-256 in hex of the payload that this device signed before; null for its first entry. */
  readonly previousHash: string | null;
  /** base64url, 64 bytes. */
  readonly signature: string;
}

/** Everything around a command that is not the command. */
export interface Envelope {
  /** `Idempotency-Key`: the same key is the same command. */
  readonly commandId: string;
  /** `Saksi-Correlation-Id`; the command's own id when absent. */
  readonly correlationId: string;
  /** `Saksi-Occurred-At`, verbatim; the server's time in WIB when absent. */
  readonly occurredAt: string;
  readonly voice: Voice;
  /** How testimony came; absent when asked. */
  readonly method?: Method;
  /** `Saksi-Author`: whose entry it is, when a device carries entries of several people; absent: the session's account. */
  readonly author?: string;
  readonly device?: DeviceEntry;
  /** `Saksi-Sent-At`: the device's clock when it sent this, by which the server measures how far that clock is off. */
  readonly sentAt?: Instant;
}

export interface QueryEnvelope {
  /** `Saksi-After`: the view must have passed this position. */
  readonly after?: bigint;
  readonly correlationId?: string;
}

/** A header is missing or malformed; the path of each fault is the header's name. */
export class InvalidEnvelope extends InvalidFields {
  override readonly name: string = 'InvalidEnvelope';
}

/** Headers as node:http gives them: lower-case names. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** @throws InvalidEnvelope with every fault */
export function parseEnvelope(headers: Headers, { clock, language = 'id' }: { readonly clock: Clock; readonly language?: Language }): Envelope {
  const faults = new Faults();
  const commandId = uuidIn(headers, 'Idempotency-Key', faults) ?? (isThere(headers, 'Idempotency-Key') ? undefined : faults.add('Idempotency-Key', 'required'));
  const correlationId = uuidIn(headers, 'Saksi-Correlation-Id', faults);
  const author = uuidIn(headers, 'Saksi-Author', faults);
  const occurredAt = momentIn(headers, 'Saksi-Occurred-At', faults);
  const sent = momentIn(headers, 'Saksi-Sent-At', faults);
  const sentAt = sent === undefined ? undefined : parseInstant(sent);
  const device = deviceIn(headers, faults);
  const { voice, method } = voiceIn(headers, isThere(headers, 'Saksi-Device'), faults);
  const signed = ['Saksi-Device', 'Saksi-Signature'].some((name) => isThere(headers, name));
  if (author !== undefined && !signed) faults.add('Saksi-Signature', 'required');
  if ((signed || voice === 'testified') && !isThere(headers, 'Saksi-Occurred-At')) faults.add('Saksi-Occurred-At', 'required');
  if (commandId === undefined || faults.list.length > 0) throw new InvalidEnvelope(faults.list, language);
  return {
    commandId,
    correlationId: correlationId ?? commandId,
    occurredAt: occurredAt ?? formatWib(clock.now()),
    voice,
    ...(method && { method }),
    ...(author !== undefined && { author }),
    ...(device && { device }),
    ...(sentAt !== undefined && { sentAt }),
  };
}

/** @throws InvalidEnvelope with every fault */
export function parseQueryEnvelope(headers: Headers, language: Language = 'id'): QueryEnvelope {
  const faults = new Faults();
  const correlationId = uuidIn(headers, 'Saksi-Correlation-Id', faults);
  const text = headers['saksi-after'];
  // 18 digits fit SQLite's and EventStoreDB's signed 64-bit positions whatever they are.
  const after =
    text === undefined ? undefined : typeof text === 'string' && /^\d{1,18}$/.test(text) ? BigInt(text) : faults.add('Saksi-After', 'not-a-position');
  if (faults.list.length > 0) throw new InvalidEnvelope(faults.list, language);
  return { ...(after !== undefined && { after }), ...(correlationId !== undefined && { correlationId }) };
}

const isThere = (headers: Headers, name: string): boolean => headers[name.toLowerCase()] !== undefined;

function uuidIn(headers: Headers, name: string, faults: Faults): string | undefined {
  const text = headers[name.toLowerCase()];
  if (text === undefined) return undefined;
  return typeof text === 'string' && isUuid(text) ? text : faults.add(name, 'not-a-uuid');
}

function momentIn(headers: Headers, name: string, faults: Faults): string | undefined {
  const text = headers[name.toLowerCase()];
  if (text === undefined) return undefined;
  return typeof text === 'string' && parseInstant(text) !== undefined ? text : faults.add(name, 'not-a-moment');
}

const voices: readonly string[] = ['asked', 'testified'];
const testimonies: readonly string[] = ['told', 'paper'];

/** `Saksi-Voice: asked | testified`, default asked. `Saksi-Testimony: told | paper` is testimony without a device. */
function voiceIn(headers: Headers, byDevice: boolean, faults: Faults): { voice: Voice; method?: Method } {
  const voice = headers['saksi-voice'];
  const testimony = headers['saksi-testimony'];
  if (voice !== undefined && !voices.includes(String(voice))) faults.add('Saksi-Voice', 'not-one-of', { values: voices });
  if (testimony !== undefined && !testimonies.includes(String(testimony))) faults.add('Saksi-Testimony', 'not-one-of', { values: testimonies });
  if (testimony !== undefined && voice === 'asked') faults.add('Saksi-Voice', 'not-one-of', { values: ['testified'] });
  if (testimony !== undefined && byDevice) faults.add('Saksi-Testimony', 'told-by-a-device');
  if (testimony === undefined && voice !== 'testified') return { voice: 'asked' };
  return { voice: 'testified', method: byDevice ? 'device' : testimony === 'paper' ? 'paper' : 'told' };
}

const deviceForm = /^([^;]{1,36});(\d{1,15});([^;]{1,40})$/;

function deviceIn(headers: Headers, faults: Faults): DeviceEntry | undefined {
  const sent = headers['saksi-device'];
  const signature = headers['saksi-signature'];
  const previous = headers['saksi-previous'];
  if (sent === undefined && (signature !== undefined || previous !== undefined)) return faults.add('Saksi-Device', 'required');
  if (sent === undefined) return undefined;
  const [, id = '', seq = '', clockText = ''] = (typeof sent === 'string' ? deviceForm.exec(sent) : null) ?? [];
  const clock = parseInstant(clockText);
  if (!isUuid(id) || clock === undefined) faults.add('Saksi-Device', 'not-a-device');
  const isSignature = typeof signature === 'string' && /^[A-Za-z0-9_-]{86}$/.test(signature);
  if (!isSignature) faults.add('Saksi-Signature', signature === undefined ? 'required' : 'not-a-signature');
  const isHash = previous === undefined || (typeof previous === 'string' && /^[0-9a-f]{64}$/.test(previous));
  if (!isHash) faults.add('Saksi-Previous', 'not-a-hash');
  if (clock === undefined || !isSignature || !isHash) return undefined;
  return { id, seq: Number(seq), clock, previousHash: previous ?? null, signature };
}
