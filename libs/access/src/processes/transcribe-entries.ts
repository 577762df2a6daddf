import { formatWib, said } from '#kernel';
import type { Asked } from '#kernel';
import { action, processManager } from '#processes';
import type { Action } from '#processes';
import { sql } from 'kysely';
import { entryKey } from '../domain/paper-page.ts';
import type { PageEntry } from '../domain/paper-page.ts';
import { admitGuest } from '../features/admit-guest/admit-guest.ts';
import { checkOutGuest } from '../features/check-out-guest/check-out-guest.ts';
import { recordExitNotObserved } from '../features/record-exit-not-observed/record-exit-not-observed.ts';
import { refuseGuest } from '../features/refuse-guest/refuse-guest.ts';
import { reportGuest } from '../features/report-guest/report-guest.ts';
import type { ReportGuest } from '../features/report-guest/report-guest.ts';
import { pages } from '../views/pages.projection.ts';
import type { OpenLineTable } from '../views/pages.projection.ts';

/**
 * Each line of a transcribed page becomes testimony of the guard who kept the page. The lines of one page are passed on
 * in their order, one after the other has been recorded; nothing stands in the way of another page.
 */
export const transcribeEntries = processManager({
  name: 'transcribe-entries',
  from: pages,
  due: (_, { since }) =>
    sql<OpenLineTable>`select * from open_line o where known_from >= ${since} and line = (select min(line) from open_line where page = o.page) order by known_from, page`,
  act: (line) => {
    const entry = JSON.parse(line.entry) as PageEntry;
    return {
      ...commandOf(entry, line),
      occurredAt: formatWib(entry.at),
      causationId: line.event,
      onBehalfOf: { user: line.kept_by, method: 'paper' },
    };
  },
});

/** The command of a line. Its personal values are the page's own commitments: a process never sees what they hide. */
function commandOf(entry: PageEntry, { page, line, post }: OpenLineTable): Action {
  const { visit, guest } = entry;
  const key = entryKey(page, line);
  switch (entry.what) {
    case 'guest-reported':
      return action({ key, slice: reportGuest, asked: reportOf(entry, post) });
    case 'guest-admitted':
      return action({ key, slice: admitGuest, asked: { visit, post, guest, door: needed(entry, 'door'), badge: needed(entry, 'badge') } });
    case 'guest-refused':
      return action({ key, slice: refuseGuest, asked: { visit, post, guest, reason: needed(entry, 'reason') } });
    case 'guest-left':
      return action({ key, slice: checkOutGuest, asked: { visit, post, guest } });
    case 'exit-not-observed':
      return action({ key, slice: recordExitNotObserved, asked: { visit, post, guest } });
  }
}

const reportOf = (entry: PageEntry, post: string): Asked<ReportGuest> => ({
  visit: entry.visit,
  post,
  guest: entry.guest,
  name: needed(entry, 'name'),
  identityType: needed(entry, 'identityType'),
  purpose: needed(entry, 'purpose'),
  minutesAllowed: needed(entry, 'minutesAllowed'),
  ...said({ identityNumber: entry.identityNumber, organisation: entry.organisation }),
});

/** A page is not recorded before each of its lines says what its kind needs. */
function needed<Field extends keyof PageEntry>(entry: PageEntry, field: Field): NonNullable<PageEntry[Field]> {
  const value = entry[field];
  if (value === undefined) throw new TypeError(`A line "${entry.what}" without ${field} stands in the log.`);
  return value;
}
