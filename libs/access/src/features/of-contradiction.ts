import { Id, Many, OneOf, Words } from '#http';
import { contradictionKinds } from '../domain/contradiction.ts';
import type { ContradictionKind } from '../domain/contradiction.ts';

/** What names a contradiction. */
export abstract class OfContradiction {
  @Id('The post where it shows') post!: string;
  @OneOf('What does not fit', contradictionKinds) what!: ContradictionKind;
  @Many(Words('Id of what does not fit together, or the code of an objection', { max: 80 }), { min: 1, max: 2 }) about!: string[];
}
