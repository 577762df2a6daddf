/** How long a person waits for an answer, ms. */
export const patience = 5_000;

interface Patience<T> {
  /** How long to wait, ms. */
  readonly ms: number;
  /** What there is in the meantime; undefined when there is nothing, and then the wait goes on. */
  readonly meanwhile: () => Promise<T | undefined>;
  /** Hears what is found after all, when something else was taken in the meantime. */
  readonly late: (found: T) => void;
}

/** What is sought, or what there is in the meantime when that takes too long. Rejects as `sought` does. */
export async function inTime<T>(sought: Promise<T>, { ms, meanwhile, late }: Patience<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let taken = false;
  const tired = new Promise<T>((resolve, reject) => {
    timer = setTimeout(() => {
      meanwhile().then((found) => {
        if (found === undefined) return;
        taken = true;
        resolve(found);
      }, reject);
    }, ms);
  });
  sought.then(
    (found) => {
      if (taken) late(found);
    },
    () => undefined,
  );
  return Promise.race([sought, tired]).finally(() => clearTimeout(timer));
}
