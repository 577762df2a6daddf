/** Nothing was heard for longer than a silence may last. */
export class Silent extends Error {
  override readonly name = 'Silent';
}

/** How long nothing may be heard from who is listened to. */
export interface Silence {
  /** The longest silence, ms. */
  readonly ms: number;
  /** Asked after one: while it resolves, who is silent only has much to do. Absent: the first silence is the end. */
  readonly there?: () => Promise<unknown>;
  /** The longest that all of it may last, ms; absent: as long as it is not silent. */
  readonly most?: number;
}

export interface Listener {
  /** Something was heard. */
  readonly heard: () => void;
  /** Aborted when nobody listens any more. */
  readonly signal: AbortSignal;
}

/** What `listen` comes to. Rejects with `Silent` when nothing is heard for too long. */
export function unlessSilent<T>({ ms, there, most }: Silence, listen: (listener: Listener) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const end = (): void => {
      reject(new Silent('EventStoreDB did not answer in time.'));
      ending.abort();
    };
    const silent = (): void => {
      if (!there || ending.signal.aborted) return end();
      there().then(heard, end);
    };
    let timer = setTimeout(silent, ms);
    const last = most === undefined ? undefined : setTimeout(end, most);
    function heard(): void {
      if (ending.signal.aborted) return;
      clearTimeout(timer);
      timer = setTimeout(silent, ms);
    }
    listen({ heard, signal: ending.signal })
      .then(resolve, reject)
      .finally(() => {
        ending.abort();
        clearTimeout(timer);
        clearTimeout(last);
      });
  });
}
