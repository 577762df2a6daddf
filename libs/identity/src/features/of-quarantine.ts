import { Id, Optional } from '#http';
import type { Scope } from '#kernel';
import { waitsForDecision, type Entry } from '../domain/entry.ts';

/** Somebody decides on an entry that is kept apart. */
export abstract class OfQuarantine {
  @Id('The entry') entry!: string;
  @Optional(Id('The post it concerns; absent for one that concerns none')) post?: string;
}

export const deciding = ['squad-leader', 'commander', 'admin'] as const;
export const placeOf = ({ post }: OfQuarantine): Scope => (post === undefined ? 'everywhere' : { post });

export const notQuarantined = ({ status }: Entry) => status !== 'quarantined' && { status };
export const nothingToDecide = (entry: Entry) => !waitsForDecision(entry) && { status: entry.status };
export const ofAnotherPost = ({ post }: OfQuarantine, entry: Entry): boolean => entry.status !== 'unknown' && entry.post !== post;
