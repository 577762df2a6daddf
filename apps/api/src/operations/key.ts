import { join } from 'node:path';
import { z } from 'zod';
import { rotateKeyFile } from '#vault';
import { operation } from './operation.ts';

/** Changes the vault's master key; the new one is in the key file afterwards, also when the old one was in the environment. */
export const keyRotate = operation({
  name: 'key.rotate',
  args: z.object({}),
  run: async ({ vault, folder, configuration }, _args, _operator, { progress }) => {
    const file = join(folder, 'master.key');
    const { subjects } = await vault.status();
    await rotateKeyFile(vault, file, { onProgress: (done) => progress({ what: 'key rotate', done, total: Math.max(done, subjects) }) });
    return { file, fromEnvironment: configuration.SAKSI_MASTER_KEY !== undefined };
  },
});
