import { Many, OneOf, Words } from '#http';
import { boxContradictionKinds } from '../domain/box-contradiction.ts';
import type { BoxContradictionKind } from '../domain/box-contradiction.ts';
import { areaCode } from './of-box.ts';

/** What names a contradiction. */
export abstract class OfContradiction {
  @Words('The village of the station or of the warehouse, or where the run goes', { pattern: areaCode, example: '1601141011' }) area!: string;
  @OneOf('What does not fit', boxContradictionKinds) what!: BoxContradictionKind;
  @Many(Words('Id, number or code of what does not fit together, or the code of an objection', { max: 80 }), { min: 1, max: 3 }) about!: string[];
}
