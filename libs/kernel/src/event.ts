/** One thing that happened, as a context declares it: a versioned literal name and JSON data. */
export interface Fact<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** `'<context>.<fact>.v1'`: the stored name. It never changes; a new shape is a new version. */
export type FactName = `${string}.${string}.v${number}`;

type NoData = Record<never, never>;

/** Makes facts of one type, and names it: `guestLeft()`, `guestLeft.type`. */
export interface FactType<Type extends string, Data extends object> {
  (...data: keyof Data extends never ? [] : [data: Data]): Fact<Type, Data>;
  readonly type: Type;
}

/** The data of a fact type: `DataOf<typeof guestAdmitted>`. */
export type DataOf<Type> = Type extends FactType<string, infer Data> ? Data : never;

/**
 * Declares a type of fact: `event('access.guest-left.v1')<{ badge: string }>()`.
 * Two calls, because TypeScript infers all type arguments of one call or none.
 */
export const event =
  <Type extends FactName>(type: Type) =>
  <Data extends object = NoData>(): FactType<Type, Data> =>
    Object.assign((...[data]: keyof Data extends never ? [] : [data: Data]): Fact<Type, Data> => ({ type, data: data ?? ({} as Data) }), { type });
