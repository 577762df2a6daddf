import { z } from 'zod';
import { uuidv7 } from '#kernel';
import { erasureGrounds, orderErasure, requestErasure, subject } from '#vault';
import { operation } from './operation.ts';

/** The first call requests a person's erasure, a second one, by another operator, orders it; it is then carried out. */
export const erase = operation({
  name: 'erase',
  actsThroughProcesses: true,
  args: z.object({ subject: z.uuid('must be a person’s id, a UUID'), ground: z.enum(erasureGrounds).optional() }),
  run: async ({ record, streams, processes, clock }, { subject: id, ground }, { user }) => {
    const status = async () => (await streams.load(subject.at(id))).state.status;
    const telling = () => ({ commandId: uuidv7(clock.now()), principal: { kind: 'system', user }, voice: 'asked' }) as const;
    if ((await status()) === 'kept') {
      await record(requestErasure, { subject: id, ground: ground ?? 'own-request' }, telling());
      return { subject: id, status: await status() };
    }
    await record(orderErasure, { subject: id }, telling());
    await processes.settle();
    return { subject: id, status: await status() };
  },
});
