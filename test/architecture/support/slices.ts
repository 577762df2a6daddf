import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import ts from 'typescript';
import type { CommandSlice, FactType } from '#kernel';
import { root } from './house.ts';

/** A folder under features/ with what its module exports. */
export interface SliceFolder {
  readonly context: string;
  readonly folder: string;
  /** Path of the folder, from the repository's root. */
  readonly path: string;
  readonly commands: readonly { readonly exported: string; readonly slice: CommandSlice }[];
  /** Names of the queries declared in the folder. */
  readonly queries: readonly string[];
}

export const filesIn = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).sort();
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
export const load = async (path: string): Promise<Readonly<Record<string, unknown>>> => import(join(root, path)) as Promise<Readonly<Record<string, unknown>>>;
export const parse = (path: string): ts.SourceFile => ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isCommand = (value: unknown): value is CommandSlice => isObject(value) && 'objections' in value && 'record' in value && 'writes' in value;
const isQuery = (value: unknown): value is { readonly name: string } => isObject(value) && 'find' in value && 'answers' in value && 'name' in value;
export const isFact = (value: unknown): value is FactType<string, object> => typeof value === 'function' && 'type' in value && typeof value.type === 'string';

/** Every slice of every context, by what is really exported. */
export async function slices(): Promise<readonly SliceFolder[]> {
  const folders = filesIn('libs/*/src/features/*/').filter((path) => filesIn(`${path}/*.ts`).length > 0);
  return Promise.all(
    folders.map(async (path) => {
      const files = filesIn(`${path}/*.ts`).filter((file) => !file.endsWith('.spec.ts'));
      const exported = (await Promise.all(files.map(load))).flatMap((module) => Object.entries(module));
      return {
        context: relative('libs', path).split('/')[0] ?? '',
        folder: basename(path),
        path,
        commands: exported.flatMap(([name, value]) => (isCommand(value) ? [{ exported: name, slice: value }] : [])),
        queries: exported.flatMap(([, value]) => (isQuery(value) ? [value.name] : [])),
      };
    }),
  );
}

/** The facts that a slice's folder imports as values: the ones it records. */
export async function factsOf({ path }: SliceFolder): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const file of filesIn(`${path}/*.ts`).filter((file) => !file.endsWith('.spec.ts'))) {
    for (const { from, names } of valueImports(file)) {
      const module = await load(relative(root, join(root, dirname(file), from)));
      for (const name of names) if (isFact(module[name])) found.add(module[name].type);
    }
  }
  return [...found].sort();
}

function valueImports(path: string): readonly { readonly from: string; readonly names: readonly string[] }[] {
  return parse(path).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const { text } = statement.moduleSpecifier;
    const bindings = statement.importClause?.namedBindings;
    if (!text.startsWith('.') || !bindings || !ts.isNamedImports(bindings) || statement.importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
    return [{ from: text, names: bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ propertyName, name }) => (propertyName ?? name).text) }];
  });
}

/** `access.guest-left.v1` → `guest-left`; `access.door-full` → `door-full`. */
export const short = (name: string): string => name.split('.')[1] ?? name;
