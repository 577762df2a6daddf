import { Id } from '#http';
import type { Details } from '#kernel';
import type { Door } from '../domain/door.ts';

/** What a command about a door says. */
export abstract class OfDoor {
  @Id('The door') door!: string;
  @Id('The post that guards it') post!: string;
}

export const doorOfAnotherPost = ({ post }: { readonly post: string }, { registered }: Door): Details | false =>
  registered !== undefined && registered.post !== post && { post: registered.post };
