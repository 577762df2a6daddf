import { DifferentContexts } from '../errors.ts';
import type { ProjectionDeclaration } from './projection.ts';

/** The tables of one or several projections. */
export type TablesOf<F> = F extends readonly (infer Each)[]
  ? UnionToIntersection<TablesOf<Each>>
  : F extends { readonly tables?: infer Tables }
    ? Exclude<Tables, undefined>
    : never;
type UnionToIntersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer Intersection) => void ? Intersection : never;

export type From = ProjectionDeclaration | readonly ProjectionDeclaration[];

const isList = (from: From): from is readonly ProjectionDeclaration[] => Array.isArray(from);

export const asList = (from: From): readonly ProjectionDeclaration[] => (isList(from) ? from : [from]);

/** The one context whose tables are read: other contexts' tables are in other files, at other positions. */
export function contextOf(reader: string, from: readonly ProjectionDeclaration[]): string {
  const contexts = [...new Set(from.map(({ context }) => context))];
  const [context] = contexts;
  if (context === undefined || contexts.length > 1) throw new DifferentContexts(reader, contexts);
  return context;
}
