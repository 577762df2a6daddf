import { Id } from '#http';
import type { Details } from '#kernel';
import type { Shift } from '../domain/shift.ts';

/** What a command about a shift says. */
export abstract class OfShift {
  @Id('The shift; the client names it when it starts') shift!: string;
  @Id('The post that is watched') post!: string;
}

export const shiftOfAnotherPost = ({ post }: OfShift, shift: Shift): Details | false => shift.post !== undefined && shift.post !== post && { post: shift.post };
