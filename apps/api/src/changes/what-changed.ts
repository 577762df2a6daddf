import { knownContexts } from '#cqrs';
import type { StreamCache } from '#cqrs';
import { toRecorded } from '#event-store';
import type { StoredEvent } from '#event-store';
import type { Change, Changes } from '#http';
import { account, scopesConcerned } from '#identity';
import { parseStreamName } from '#kernel';
import type { Fact, Role, Scope, StreamRef } from '#kernel';
import type { ProjectionDeclaration } from '#read-models';

/** Who may learn of a change: who may ask a query of that projection, and holds any of the places that the event is news of. */
export interface Audience {
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
}

const audiences = new WeakMap<Change, Audience>();

export const audienceOf = (change: Change): Audience => audiences.get(change) ?? { roles: [], scopes: ['everywhere'] };

interface Watched {
  readonly context: string;
  readonly projection: ProjectionDeclaration;
  readonly roles: readonly Role[];
}

/** Event type → the projections that it changes, with the roles that may ask them. */
function watchedByType(): ReadonlyMap<string, readonly Watched[]> {
  const watched = new Map<string, Watched[]>();
  for (const { name: context, projections, queries } of knownContexts().values()) {
    for (const projection of projections) {
      const roles = [...new Set(queries.filter(({ from }) => from.some(({ name }) => name === projection.name)).flatMap(({ roles }) => roles))];
      for (const type of projection.steps.keys()) watched.set(type, [...(watched.get(type) ?? []), { context, projection, roles }]);
    }
  }
  return watched;
}

/** Turns events into what they changed: rows of projections, never what the events say. */
export function whatChanged(streams: StreamCache): (event: StoredEvent) => Promise<Changes> {
  const watched = watchedByType();
  return async (stored) => {
    const found = watched.get(stored.type) ?? [];
    if (found.length === 0) return { position: stored.position, changes: [] };
    const recorded = toRecorded(stored);
    const scopes = await scopesOf(recorded, streams);
    const changes = found.map(({ context, projection, roles }): Change => {
      const keys = projection.steps.get(stored.type)?.changes?.(recorded) ?? parseStreamName(stored.stream).id;
      const change = { event: 'changed', data: { context, projection: projection.name, keys: [keys].flat(), position: stored.position.toString() } };
      audiences.set(change, { roles, scopes });
      return change;
    });
    return { position: stored.position, changes };
  };
}

async function scopesOf(event: { readonly stream: string; readonly data: object }, streams: StreamCache): Promise<readonly Scope[]> {
  const { kind, id } = parseStreamName(event.stream);
  if (kind === account.kind) return scopesConcerned((await streams.load(account.at(id))).state, event);
  for (const context of knownContexts().values()) {
    const declared = context.streams.find((each) => each.kind === kind);
    if (!declared) continue;
    const ref = declared.at(id) as StreamRef<unknown, Fact>;
    const scope = ref.of.scope?.((await streams.load(ref)).state);
    return scope === undefined ? ['anyone'] : [scope];
  }
  return ['everywhere'];
}
