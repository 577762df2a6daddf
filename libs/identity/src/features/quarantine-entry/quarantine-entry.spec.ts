import { specFor } from '#testing';
import { entryQuarantined } from '../../domain/entry.ts';
import { claimed, signature, someEntry } from '../../testing/entries.ts';
import { quarantineEntry } from './quarantine-entry.ts';

const body = '{"door":"018c2207-0000-7000-8000-0000000000d1","reason":"night"}';
const { given } = specFor(quarantineEntry);

it('keeps an entry of a device that is no longer believed apart, whole', () =>
  given({})
    .when({ entry: someEntry, ...claimed, signature, body })
    .then(entryQuarantined({ ...claimed, signature, body })));
