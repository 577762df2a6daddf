import { eventId, isUuid, naturalId, uuidv5, uuidv7 } from './ids.ts';

describe('ids', () => {
  it('makes the UUIDv5 of RFC 9562, appendix A.4', () =>
    expect(uuidv5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2'));

  it('makes the UUIDv7 of RFC 9562, appendix A.6', () =>
    expect(uuidv7(0x017f22e279b0, Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]))).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f'));

  it('gives one id to one natural key, however it is typed', () =>
    expect(naturalId('station', ' 1601141011-007')).toBe(naturalId('station', '1601141011-007 ')));

  it('gives another id to another kind', () => expect(naturalId('box', 'A-1')).not.toBe(naturalId('seal', 'A-1')));

  it('derives the same event id at every retry', () => {
    const command = uuidv7(1_700_000_000_000);
    expect(eventId(command, 0)).toBe(eventId(command, 0));
    expect(eventId(command, 0)).not.toBe(eventId(command, 1));
    expect(isUuid(eventId(command, 1))).toBe(true);
  });
});
