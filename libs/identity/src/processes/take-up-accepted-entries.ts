import { knownContexts, NotPermitted, Objected } from '#cqrs';
import type { CommandSlice } from '#kernel';
import { action, processManager, type InTheWay } from '#processes';
import { takingUp } from '../domain/process.ts';
import { leaveUndone, type FoundHindrance } from '../features/leave-undone/leave-undone.ts';
import { entries, type EntryTable } from '../views/entries.projection.ts';

/**
 * An entry that was kept apart and accepted is recorded where it belongs: on the authority of who accepted it, naming
 * whom the entry names as its author. That it is recorded is marked, and ends the to-do; so does that something stands
 * against it.
 */
export const takeUpAcceptedEntries = processManager({
  name: takingUp.slice('process:'.length),
  from: entries,
  due: (db) => db.selectFrom('entry').selectAll().where('status', '=', 'accepted').orderBy('known_from').orderBy('effective').orderBy('seq'),
  act: (row: EntryTable) => {
    const { entry, command, author, body, clock, offset, occurred_at, decided_by, accepted, device, seq, marks, signature } = row;
    if (body === null || decided_by === null || accepted === null || device === null) throw new TypeError(`The accepted entry ${entry} is not whole.`);
    return action<object>({
      key: entry,
      slice: sliceNamed(command),
      asked: JSON.parse(body) as object,
      occurredAt: occurred_at,
      causationId: accepted,
      onBehalfOf: {
        user: decided_by,
        method: 'device',
        accepted: {
          entry,
          claimedAuthor: author,
          claim: {
            id: device,
            seq: seq ?? 0,
            clock: clock ?? 0,
            offset: offset ?? 0,
            signature: signature ?? '',
            marks: JSON.parse(marks) as readonly string[],
          },
        },
      },
      otherwise: (why) => action({ key: entry, slice: leaveUndone, asked: { entry, hindrances: hindrancesOf(why) }, causationId: accepted }),
    });
  },
});

function hindrancesOf(why: InTheWay): readonly FoundHindrance[] {
  if (why instanceof Objected) return [...why.objections].map(([code, details]) => ({ code, details: JSON.stringify(details) }));
  return [{ code: why instanceof NotPermitted ? 'forbidden' : 'not-found', details: '{}' }];
}

function sliceNamed(name: string): CommandSlice<object> {
  const found = [...knownContexts().values()].flatMap(({ commands }) => commands).find((slice): slice is CommandSlice<object> => slice.name === name);
  if (!found) throw new TypeError(`${name} stands in the log and is no command of this Saksi.`);
  return found;
}
