/** Rejects after `ms` when the promise has not settled by then, with what `late` makes. */
export function within<T>(promise: Promise<T>, ms: number, late = (): Error => new Error('EventStoreDB did not answer in time.')): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
