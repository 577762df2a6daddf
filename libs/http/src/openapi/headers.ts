interface HeaderParameter {
  readonly name: string;
  readonly in: 'header';
  readonly required: boolean;
  readonly description: string;
  readonly schema: { readonly type: 'string'; readonly format?: string; readonly enum?: string[]; readonly pattern?: string };
  readonly example?: string;
}

const header = (name: string, description: string, schema: Omit<HeaderParameter['schema'], 'type'> = {}, example?: string): HeaderParameter => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', ...schema },
  ...(example !== undefined && { example }),
});

const id = '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11';

export const languageHeader = header('Accept-Language', 'Language of sentences: `id` (default) or `en`', {}, 'id');

/** The envelope of a command. */
export const commandHeaders: readonly HeaderParameter[] = [
  {
    ...header('Idempotency-Key', 'The command’s id, made by the client: the same key with the same content is recorded once', { format: 'uuid' }, id),
    required: true,
  },
  header('Saksi-Occurred-At', 'When it happened, RFC 3339 with offset; required for testimony and for signed entries, else now', { format: 'date-time' }),
  header('Saksi-Voice', 'Whether the person still can act differently (asked, the default) or tells what has happened (testified)', {
    enum: ['asked', 'testified'],
  }),
  header('Saksi-Testimony', 'How testimony without a device came: told (default) or copied from paper', { enum: ['told', 'paper'] }),
  header('Saksi-Author', 'Whose entry it is, when a device carries entries of several people; the entry is then signed', { format: 'uuid' }),
  header('Saksi-Device', '`id;seq;clock` of a signed entry: the device, its running number, its clock in RFC 3339'),
  header('Saksi-Previous', 'SHA-256 in hex of what the device signed before; absent for its first entry', { pattern: '^[0-9a-f]{64}$' }),
  header('Saksi-Signature', 'The device’s signature over the entry, base64url', { pattern: '^[A-Za-z0-9_-]{86}$' }),
  header('Saksi-Sent-At', 'The device’s clock when it sends this: measures how far the clock is off', { format: 'date-time' }),
  header('Saksi-Correlation-Id', 'Names the request in logs and metadata; default the command’s id', { format: 'uuid' }),
];

export const queryHeaders: readonly HeaderParameter[] = [
  header('Saksi-After', 'Position of the log that the view must have passed, as a command’s answer gave it', { pattern: '^\\d{1,18}$' }),
  header('Saksi-Correlation-Id', 'Names the request in logs', { format: 'uuid' }),
];
