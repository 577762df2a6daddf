/** What a personal value, a secret or a smuggled one carries, so that it can be looked for afterwards. Not a word of any language. */
export const mark = 'Zqx7Vy3Kw9Jf2Hd5';

type Random = (below: number) => number;

export const pick = <T>(random: Random, list: readonly T[]): T => list[random(list.length)] as T;

/** A value that nobody may find again outside the vault. */
export const secret = (random: Random): string => `${mark}${random(1e9).toString(36)}`;

/** Texts that break programs; `inner` is put into each. */
export function hostileText(random: Random, inner: string): string {
  return pick(random, [
    inner,
    `${inner}'; DROP TABLE events; --`,
    `<script>alert("${inner}")</script>`,
    `${inner}\u0000`,
    `${inner}\u202e\u200b\ufeff`,
    `${inner}\ud800`,
    `\udfff${inner}`,
    `${inner}\r\nSet-Cookie: a=b`,
    `\${jndi:ldap://${inner}}`,
    `{{${inner}}} %s %n ../../../etc/passwd`,
    inner.repeat(200),
    `${inner}${'ä̸'.repeat(400)}`,
    `  ${inner}  `,
    `${inner}\u001b[2J`,
    `é${inner}e\u0301 💣`,
    '',
    ' ',
  ]);
}

/** Values of every wrong type and size. */
export function hostileValue(random: Random, inner: string): unknown {
  return pick<() => unknown>(random, [
    () => null,
    () => true,
    () => 0,
    () => -1,
    () => 1.5,
    () => 1e308,
    () => Number.MAX_SAFE_INTEGER,
    () => -Number.MAX_SAFE_INTEGER - 1,
    () => [],
    () => ({}),
    () => [inner],
    () => ({ value: { value: inner } }),
    () => ({ value: inner, salt: 'ff' }),
    () => ({ value: inner, salt: 'g'.repeat(32) }),
    () => ({ value: 7 }),
    () => ({ value: inner, more: inner }),
    () => ({ toString: inner, then: inner, constructor: inner }),
    () => nested(50, inner),
    () => Array.from({ length: 2_000 }, () => inner),
    () => '9'.repeat(300),
    () => '2023-12-01T02:13:00',
    () => '2023-02-30T25:61:00+07:00',
    () => '0000-01-01T00:00:00Z',
    () => '9999-12-31T23:59:59.999999999+23:59',
    () => '00000000-0000-0000-0000-000000000000',
    () => '018C2207-5F3A-7C41-9D2E-3B1A6F0C8E11',
    () => hostileText(random, inner),
  ])();
}

function nested(depth: number, inner: unknown): unknown {
  let value = inner;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Bodies that are no JSON, or JSON that parsers trip over. */
export const hostileBody = (random: Random, inner: string, body: string): string | Uint8Array =>
  pick<() => string | Uint8Array>(random, [
    () => '',
    () => 'null',
    () => '[]',
    () => `"${inner}"`,
    () => '7',
    () => body.slice(0, -1),
    () => `${body}${body}`,
    () => `{"name":{"value":"${inner}\\ud800"},"\\udfff":"${inner}"}`,
    () => `{"__proto__":{"admin":true,"name":"${inner}"},"constructor":{"prototype":{"a":1}}}`,
    () => `${body.slice(0, -1)},"post":1,"post":1e400,"minutesAllowed":-0}`,
    () => `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    () => `${'{"a":'.repeat(5_000)}"${inner}"${'}'.repeat(5_000)}`,
    () => `{"name":{"value":"${inner.repeat(20_000)}"}}`,
    () => Buffer.concat([Buffer.from(`{"name":{"value":"${inner}`), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}}')]),
    () => Buffer.from(body, 'utf16le'),
    () => `\ufeff${body}`,
    () => `{"a":${'9'.repeat(400)}}`,
  ])();
