import type { FactType } from '#kernel';

/** Makes an event of a newer type of an older one, when it is read; the log keeps what was written. */
export interface Upcaster {
  readonly kind: 'upcaster';
  readonly from: string;
  readonly to: string;
  /** Pure, total; called only with data of the type `from`. */
  up(data: object): object;
}

/** Declares how a version of a fact becomes the next one: `upcaster(admittedV1, admittedV2)((data) => ({ ...data, escort: null }))`. */
export const upcaster =
  <OldType extends string, Old extends object, NewType extends string, New extends object>(from: FactType<OldType, Old>, to: FactType<NewType, New>) =>
  (up: (data: Old) => New): Upcaster => {
    const declared: Omit<Upcaster, 'up'> & { up(data: Old): New } = { kind: 'upcaster', from: from.type, to: to.type, up };
    return declared;
  };
