import type { LoggedEvent } from '../support/server/log.ts';

/** What processes have to do with one visit, as the log tells it. */
interface Watched {
  readonly visit: string;
  inside: boolean;
  allowedUntil: number | undefined;
  /** How often each deadline was noticed. */
  readonly noticed: Map<number, number>;
}

const instantIn = ({ data }: LoggedEvent): number | undefined => (typeof data['allowedUntil'] === 'number' ? data['allowedUntil'] : undefined);

function watched(events: readonly LoggedEvent[]): readonly Watched[] {
  const visits = new Map<string, Watched>();
  for (const event of events) {
    if (!event.stream.startsWith('visit-')) continue;
    const of = visits.get(event.stream) ?? { visit: event.stream, inside: false, allowedUntil: undefined, noticed: new Map<number, number>() };
    visits.set(event.stream, of);
    const instant = instantIn(event);
    switch (event.type) {
      case 'access.guest-admitted.v1':
        of.inside = true;
        break;
      case 'access.guest-left.v1':
      case 'access.exit-not-observed.v1':
        of.inside = false;
        break;
      case 'access.visit-overdue-noticed.v1':
        if (instant !== undefined) of.noticed.set(instant, (of.noticed.get(instant) ?? 0) + 1);
        continue;
    }
    of.allowedUntil = instant ?? of.allowedUntil;
  }
  return [...visits.values()];
}

/** What is still to be done: deadlines that passed unnoticed, lines of pages that have not become testimony. */
export function open(events: readonly LoggedEvent[]): readonly string[] {
  const deadlines = watched(events).flatMap(({ visit, inside, allowedUntil, noticed }) =>
    inside && allowedUntil !== undefined && !noticed.has(allowedUntil) ? [`${visit} is overdue since ${allowedUntil}`] : [],
  );
  const told = new Set(events.map(({ stream, type }) => `${stream} ${type}`));
  const lines = entriesOf(events).filter((line) => !told.has(line));
  return [...deadlines, ...lines];
}

/** What was done more than once: a deadline noticed again, a line testified again. */
export function doneAgain(events: readonly LoggedEvent[]): readonly string[] {
  const notices = watched(events).flatMap(({ visit, noticed }) =>
    [...noticed].flatMap(([until, times]) => (times > 1 ? [`${visit} noticed ${times} times for ${until}`] : [])),
  );
  const told = Map.groupBy(events, ({ stream, type }) => `${stream} ${type}`);
  const lines = entriesOf(events).filter((line) => (told.get(line)?.length ?? 0) > 1);
  return [...notices, ...lines];
}

/** How many deadlines were noticed. */
export const noticed = (events: readonly LoggedEvent[]): number => watched(events).reduce((all, visit) => all + visit.noticed.size, 0);

/** What each line of the pages becomes: a stream and a type. */
function entriesOf(events: readonly LoggedEvent[]): readonly string[] {
  return events
    .filter(({ type }) => type === 'access.page-transcribed.v1')
    .flatMap(({ data }) => (data['entries'] as readonly { visit: string; what: string }[]).map(({ visit, what }) => `visit-${visit} access.${what}.v1`));
}
