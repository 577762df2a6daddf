import type { ModuleMetadata, Type } from '@nestjs/common';
import { knowObjections } from '#http';
import type { AnyStream, CommandSlice, ObjectionCatalogue } from '#kernel';
import type { ProjectionDeclaration, QuerySlice } from '#read-models';
import { commandRoute } from './command-route.ts';
import { queryRoute } from './query-route.ts';

/** A context's table of contents. */
export interface ContextParts {
  readonly objections: ObjectionCatalogue;
  readonly streams: readonly AnyStream[];
  readonly commands: readonly CommandSlice[];
  readonly projections: readonly ProjectionDeclaration[];
  readonly queries: readonly QuerySlice[];
  /** Controllers of what is no slice: documents that are printed, files. */
  readonly besides?: readonly Type[];
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
  for (const { name: command, objections, notices } of parts.commands) {
    for (const code of Object.keys({ ...objections, ...notices }))
      if (!(code in parts.objections)) throw new TypeError(`${command} says "${code}", which is not in the catalogue of "${name}".`);
  }
  knowObjections(parts.objections);
  contexts.set(name, { name, ...parts });
  const routes = [...parts.commands.filter(isForPeople).map(commandRoute), ...parts.queries.map(queryRoute)];
  return { controllers: [...routes.map(({ controller }) => controller), ...(parts.besides ?? [])], providers: routes.map(({ handler }) => handler) };
}

/** HTTP never carries a process's role, so what only processes may do has no address. */
export const isForPeople = ({ roles }: CommandSlice): boolean => roles.some((role) => !role.startsWith('process:'));
