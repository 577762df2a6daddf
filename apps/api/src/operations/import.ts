import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { uuidv7 } from '#kernel';
import { FileRefused } from '../imports/faults.ts';
import { importFile } from '../imports/import-file.ts';
import { kindNames } from '../imports/kinds/index.ts';
import { CannotBeDone, operation } from './operation.ts';

/** Imports a file of stations, boxes or requirements; rejected rows are told as items, and come back as a file in base64. */
export const importing = operation({
  name: 'import',
  args: z.object({
    kind: z.enum(kindNames),
    file: z.string(),
    dryRun: z.boolean().default(false),
    language: z.enum(['id', 'en']).default('en'),
  }),
  run: async (saksi, { kind, file, dryRun, language }, { user }, { progress, item, signal }) => {
    const principal = { kind: 'system', user } as const;
    const to = { kind, bytes: await readFile(file), language, dryRun, principal, id: uuidv7(saksi.clock.now()) };
    try {
      const { rejectedFile, sample: _, ...imported } = await importFile(saksi, to, { progress, rejected: item, signal });
      return { ...imported, ...(rejectedFile && { rejectedFile: Buffer.from(rejectedFile).toString('base64') }) };
    } catch (error) {
      if (error instanceof FileRefused) throw new CannotBeDone(error.said(language));
      throw error;
    }
  },
});
