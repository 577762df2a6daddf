import SqliteDatabase from 'better-sqlite3';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ContextDeclaration } from '../../libs/read-models/src/projector/worker/load.ts';
import { loadDeclarations } from '../../libs/read-models/src/projector/worker/load.ts';
import { root } from './support/house.ts';

const modules = globSync('libs/*/src/{,views/}projections.ts', { cwd: root }).map((path) => pathToFileURL(join(root, path)).href);

/** Told of seldom: these may call functions, for SQLite to copy the pages that they change, and these may read whole tables. */
const mayCall: Readonly<Record<string, readonly string[]>> = { access: ['pages, access.page-transcribed.v1', 'visits, access.visit-corrected.v1'] };
const mayRead: Readonly<Record<string, readonly string[]>> = { access: ['standing-contradictions, access.subjects-merged.v1'] };

/** What `explain` answers, and what `explain query plan` does. */
interface Said {
  readonly opcode?: string;
  readonly detail?: string;
}

/** The projections and types of which SQLite's compiler says something like that about a statement, triggers included. */
function saidOf({ projections }: ContextDeclaration, explain: string, matches: (said: Said) => boolean): readonly string[] {
  const database = new SqliteDatabase(':memory:');
  try {
    for (const { schema } of projections) for (const sql of schema) database.exec(sql);
    return projections.flatMap(({ name, steps }) =>
      [...steps].flatMap(([type, { statements }]) =>
        statements.some(({ sql, bindings }) =>
          database
            .prepare<unknown[], Said>(`${explain} ${sql}`)
            .all(bindings.map(() => null))
            .some(matches),
        )
          ? [`${name}, ${type}`]
          : [],
      ),
    );
  } finally {
    database.close();
  }
}

const { contexts } = await loadDeclarations(modules);
const all = contexts.map((each) => [each.context, each] as const);

describe('steps of projections', () => {
  // docs/adr/0060-steps-call-no-function.md
  it.each(all)('of %s call no function for what is told of often', (context, declaration) =>
    expect(saidOf(declaration, 'explain', ({ opcode }) => opcode === 'Function' || opcode === 'PureFunc')).toEqual(mayCall[context] ?? []),
  );

  /** A table from its beginning to its end, or all that was ever posted of an item: an event would cost more the more there were before. */
  const grows = /^SCAN (?:posting|movement|draw|box_place|box_place_told|run_place|stay|move|visit)\b|\bposting_of_item \((?!.*\bterm=)/;
  it.each(all)('of %s read nothing that grows with the log for what is told of often', (context, declaration) =>
    expect(saidOf(declaration, 'explain query plan', ({ detail = '' }) => grows.test(detail))).toEqual(mayRead[context] ?? []),
  );
});
