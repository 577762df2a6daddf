import type { ModuleMetadata } from '@nestjs/common';
import { knowObjections } from '#http';
import type { CommandSlice, Fact, ObjectionCatalogue, StreamRef } from '#kernel';
import type { ProjectionDeclaration, QuerySlice } from '#read-models';
import { commandRoute } from './command-route.ts';
import { queryRoute } from './query-route.ts';

/** A context's table of contents. */
export interface ContextParts {
  readonly objections: ObjectionCatalogue;
  readonly streams: readonly StreamOfAnyKind[];
  readonly commands: readonly CommandSlice[];
  readonly projections: readonly ProjectionDeclaration[];
  readonly queries: readonly QuerySlice[];
}

/** A stream as the table of contents lists it: what its state is, only its own functions know. */
export interface StreamOfAnyKind {
  readonly kind: string;
  readonly evolve: object;
  at(id: string): StreamRef<unknown, Fact>;
}

export interface Context extends ContextParts {
  readonly name: string;
}

const contexts = new Map<string, Context>();

/** Every context of this build, for what is made from all of them: documentation, the projector, tests. */
export const knownContexts = (): ReadonlyMap<string, Context> => contexts;

/**
 * Makes a Nest module's metadata of a context's slices: for each a route, named like the slice, and a handler on the
 * bus. Folder, command name, route and operationId cannot disagree.
 */
export function context(name: string, parts: ContextParts): ModuleMetadata {
  for (const slice of [...parts.commands, ...parts.queries]) {
    if (!slice.name.startsWith(`${name}.`)) throw new TypeError(`${slice.name} is listed in the context "${name}".`);
  }
  for (const { name: command, objections } of parts.commands) {
    for (const code of Object.keys(objections)) if (!(code in parts.objections)) throw new TypeError(`${command} objects "${code}", which is not in the catalogue of "${name}".`);
  }
  knowObjections(parts.objections);
  contexts.set(name, { name, ...parts });
  const routes = [...parts.commands.map(commandRoute), ...parts.queries.map(queryRoute)];
  return { controllers: routes.map(({ controller }) => controller), providers: routes.map(({ handler }) => handler) };
}
