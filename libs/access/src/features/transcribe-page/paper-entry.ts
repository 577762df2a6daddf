import type { Instant, Sealed } from '#kernel';
import { Id, IdentityNumber, Moment, Note, OneOf, Optional, PersonName, Words } from '#http';
import { entryKinds } from '../../domain/paper-page.ts';
import type { EntryKind, PageEntry } from '../../domain/paper-page.ts';
import { identityTypes, refusalReasons } from '../../domain/visit.events.ts';
import type { IdentityType, RefusalReason } from '../../domain/visit.events.ts';
import { MinutesAllowed } from '../minutes-allowed.ts';

/** One line of the page, as it is copied. */
export class PaperEntry implements PageEntry {
  @Moment('When, by the page') at!: Instant;
  @OneOf('What happened', entryKinds) what!: EntryKind;
  @Id('The visit') visit!: string;
  @Id('The guest') guest!: string;
  @Optional(PersonName('The guest', { of: 'guest' })) name?: Sealed;
  @Optional(OneOf('Which document was shown', identityTypes)) identityType?: IdentityType;
  @Optional(IdentityNumber('Its number', { of: 'guest' })) identityNumber?: Sealed;
  @Optional(Note('Whom the guest comes from', { of: 'guest', max: 120 })) organisation?: Sealed;
  @Optional(Note('What for', { of: 'guest', max: 500 })) purpose?: Sealed;
  @Optional(MinutesAllowed()) minutesAllowed?: number;
  @Optional(Id('The door the guest went through')) door?: string;
  @Optional(Words('Number on the badge handed out', { max: 12 })) badge?: string;
  @Optional(OneOf('Why the guest was turned away', refusalReasons)) reason?: RefusalReason;
}

const needs = {
  'guest-reported': ['name', 'identityType', 'purpose', 'minutesAllowed'],
  'guest-admitted': ['door', 'badge'],
  'guest-refused': ['reason'],
  'guest-left': [],
  'exit-not-observed': [],
} as const satisfies Readonly<Record<EntryKind, readonly (keyof PageEntry)[]>>;

/** What a line must say beyond when, whose visit and which guest. */
export const needsOf = (what: EntryKind): readonly (keyof PageEntry)[] => needs[what];
