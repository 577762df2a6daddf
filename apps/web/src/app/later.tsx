import { lazy, useState, type ComponentType } from 'react';

/** A part of the app that is loaded when it is needed, or before. */
export interface Later {
  /** Resolves when it is there; never rejects: whoever opens it then is told why not. */
  readonly ready: () => Promise<void>;
  readonly Part: ComponentType;
}

/** Drawn at once when it is there already: what React has to wait for it shows some hundred milliseconds late. */
export function later(load: () => Promise<ComponentType>): Later {
  let loaded: ComponentType | undefined;
  const loading = async (): Promise<ComponentType> => (loaded = await load());
  const Waiting = lazy(async () => ({ default: await loading() }));
  return {
    ready: () =>
      loading().then(
        () => undefined,
        () => undefined,
      ),
    Part: () => {
      const [Which] = useState(() => loaded ?? Waiting);
      return <Which />;
    },
  };
}
