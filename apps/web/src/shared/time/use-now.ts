import { useEffect, useState } from 'react';
import { serverNow, type Instant } from './clock.ts';

/** The server's time, looked at anew every so often, for what is said of "now". */
export function useNow(every = 15_000): Instant {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
