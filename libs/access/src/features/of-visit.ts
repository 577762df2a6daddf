import { Id } from '#http';
import type { CoSignature, Details } from '#kernel';
import type { Visit } from '../domain/visit.ts';

/** What every command about a visit says: which, where, whose. The event can then be understood without the ones before it. */
export abstract class OfVisit {
  @Id('The visit: the client names it when the guest reports') visit!: string;
  @Id('The post the guest came to') post!: string;
  @Id('The guest, as reported') guest!: string;
}

/** The visit was told before, of somebody else. */
export const ofAnotherGuest = ({ guest }: OfVisit, visit: Visit): Details | false =>
  visit.guest !== undefined && visit.guest !== guest && { guest: visit.guest };

/** The visit was told before, of another post. */
export const atAnotherPost = ({ post }: OfVisit, visit: Visit): Details | false => visit.post !== undefined && visit.post !== post && { post: visit.post };

/** The second person's consent as the event holds it. */
export const confirmation = (secondPerson: CoSignature | undefined): { confirmedBy?: string; confirmedThrough?: CoSignature['method'] } =>
  secondPerson ? { confirmedBy: secondPerson.user, confirmedThrough: secondPerson.method } : {};
