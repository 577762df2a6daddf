import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '#kernel';
import { EventStoreDbUnusable } from '../errors.ts';
import { failureOf } from './failures.ts';
import { handshakeFailures, speaksTls, type Endpoints } from './handshake.ts';
import { within } from './within.ts';
import type { Wire } from './wire.ts';

/** The oldest server whose behaviour the adapter was measured against. */
const oldest = [23, 10] as const;

/**
 * Resolves when the server has answered and can be used.
 * @throws EventStoreDbUnusable when it cannot be within the time; at once when waiting would not help
 */
export async function answering(wire: Wire, endpoints: Endpoints, clock: Clock, openWithin: number): Promise<void> {
  const deadline = clock.now() + openWithin;
  if (!endpoints.insecure) await assertTrusted(endpoints);
  for (let wait = 50; ; wait = Math.min(2 * wait, 1_000)) {
    try {
      const left = Math.max(100, deadline - clock.now());
      return assertVersion(await within(wire.version(left), left));
    } catch (error) {
      if (error instanceof EventStoreDbUnusable) throw error;
      const { kind, why } = failureOf(error);
      const hopeless = hopelessness(why);
      if (hopeless !== undefined) throw new EventStoreDbUnusable(hopeless, { cause: error });
      if (kind === 'denied') throw new EventStoreDbUnusable(why, { cause: error });
      if (clock.now() + wait >= deadline)
        throw new EventStoreDbUnusable(endpoints.insecure && (await speaksTls(endpoints)) ? wantsTls : absent(why), { cause: error });
      await pause(wait);
    }
  }
}

/** @throws EventStoreDbUnusable when no host can be spoken to by TLS, for a reason that no waiting heals */
async function assertTrusted(endpoints: Endpoints): Promise<void> {
  for (const why of await handshakeFailures(endpoints)) {
    const hopeless = hopelessness(why);
    if (hopeless !== undefined) throw new EventStoreDbUnusable(hopeless, { cause: new Error(why) });
  }
}

const wantsTls =
  'EventStoreDB speaks TLS there: take tls=false out of SAKSI_EVENTSTOREDB_URL, and name the file of its authority with tlsCAFile= when this machine does not trust it.';

const absent = (why: string): string =>
  `EventStoreDB at SAKSI_EVENTSTOREDB_URL does not answer (${why}). Start it, or correct the address; Saksi keeps nothing of the log itself and cannot start without it.`;

/** What no waiting heals, by what TLS and HTTP say about it. */
function hopelessness(why: string): string | undefined {
  if (/certificate has expired/i.test(why)) return "EventStoreDB's certificate has expired: renew it on the server.";
  if (/altnames|does not match certificate/i.test(why))
    return "EventStoreDB's certificate is for another name than the one in SAKSI_EVENTSTOREDB_URL: use the name that the certificate has.";
  if (/self.signed|unable to (verify|get)|unable to get local issuer|certificate/i.test(why))
    return "EventStoreDB's certificate was not made by an authority that this machine trusts: name the authority's file with tlsCAFile= in SAKSI_EVENTSTOREDB_URL.";
  if (/wrong version number|packet length too long|SSL routines|EPROTO/i.test(why))
    return 'EventStoreDB does not speak TLS there: add tls=false to SAKSI_EVENTSTOREDB_URL if the server is insecure on purpose, or correct the port.';
  if (/Protocol error|Expected HTTP|ECONNRESET|socket hang up/i.test(why) && /first|preface|HTTP/i.test(why))
    return 'What answers at SAKSI_EVENTSTOREDB_URL is not an EventStoreDB: correct the address.';
  return undefined;
}

function assertVersion(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  if (Number.isNaN(major) || Number.isNaN(minor) || version === '') return;
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
    throw new EventStoreDbUnusable(`EventStoreDB ${version} is too old: Saksi needs 23.10 or later. Upgrade the server.`);
}
