import type { Instant, Sealed } from '#kernel';
import { Id, Moment, Note, OneOf, Optional, PersonName, Words } from '#http';
import { entryKinds } from '../../domain/paper-page.ts';
import type { EntryKind } from '../../domain/paper-page.ts';

/** One line of the page, as it is copied. */
export class PaperEntry {
  @Moment('When, by the page') at!: Instant;
  @OneOf('What happened', entryKinds) what!: EntryKind;
  @Id('The visit') visit!: string;
  @Id('The guest') guest!: string;
  @Optional(PersonName('Name of the guest', { of: 'guest' })) name?: Sealed;
  @Optional(Note('What the guest came for', { of: 'guest' })) purpose?: Sealed;
  @Optional(Id('The door')) door?: string;
  @Optional(Words('Number on the badge', { max: 12 })) badge?: string;
  @Optional(Words('Code of the reason', { max: 40 })) reason?: string;
}

const needs = {
  'guest-reported': ['name', 'purpose'],
  'guest-admitted': ['door', 'badge'],
  'guest-refused': ['reason'],
  'guest-left': [],
  'exit-not-observed': [],
} as const satisfies Readonly<Record<EntryKind, readonly (keyof PaperEntry)[]>>;

/** What a line must say beyond when, whose visit and which guest. */
export const needsOf = (what: EntryKind): readonly (keyof PaperEntry)[] => needs[what];
