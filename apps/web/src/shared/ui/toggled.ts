/** The same set with this one in it, or without it when it was. */
export const toggled = <T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> =>
  set.has(one) ? new Set([...set].filter((each) => each !== one)) : new Set([...set, one]);
