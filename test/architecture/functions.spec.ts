import SqliteDatabase from 'better-sqlite3';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { globSync } from 'node:fs';
import type { ContextDeclaration } from '../../libs/read-models/src/projector/worker/load.ts';
import { loadDeclarations } from '../../libs/read-models/src/projector/worker/load.ts';
import { root } from './support/house.ts';

const modules = globSync('libs/*/src/{,views/}projections.ts', { cwd: root }).map((path) => pathToFileURL(join(root, path)).href);

/** Told of seldom: these may call functions, for SQLite to copy the pages that they change. */
const rare: Readonly<Record<string, readonly string[]>> = {
  access: ['pages, access.page-transcribed.v1', 'visits, access.visit-corrected.v1'],
};

interface Operation {
  readonly opcode: string;
}

/** The projections and types whose steps call a function, by SQLite's own compiler, triggers included. docs/adr/0060-steps-call-no-function.md */
function calledIn({ projections }: ContextDeclaration): readonly string[] {
  const database = new SqliteDatabase(':memory:');
  try {
    for (const { schema } of projections) for (const sql of schema) database.exec(sql);
    return projections.flatMap(({ name, steps }) =>
      [...steps].flatMap(([type, { statements }]) => [
        ...new Set(
          statements.flatMap(({ sql, bindings }) =>
            database
              .prepare<unknown[], Operation>(`explain ${sql}`)
              .all(bindings.map(() => null))
              .filter(({ opcode }) => opcode === 'Function' || opcode === 'PureFunc')
              .map(() => `${name}, ${type}`),
          ),
        ),
      ]),
    );
  } finally {
    database.close();
  }
}

const { contexts } = await loadDeclarations(modules);

describe('steps of projections', () => {
  it.each(contexts.map((each) => [each.context, each] as const))('of %s call no function for what is told of often', (context, declaration) =>
    expect(calledIn(declaration)).toEqual(rare[context] ?? []),
  );
});
