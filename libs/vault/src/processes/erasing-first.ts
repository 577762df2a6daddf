import type { RecordedCommand, Telling } from '#cqrs';
import { uuidv5, type Asked, type CommandSlice } from '#kernel';
import { SubjectHeld } from '../errors.ts';
import { executeErasure } from '../features/execute-erasure/execute-erasure.ts';
import type { ExecuteErasure } from '../features/execute-erasure/execute-erasure.ts';
import { refuseErasure } from '../features/refuse-erasure/refuse-erasure.ts';
import type { Vault } from '../vault.ts';

export type Recording = <C extends object>(slice: CommandSlice<C>, asked: Asked<C>, telling: Telling) => Promise<RecordedCommand>;

/**
 * The way into the log for whoever runs processes: `execute-erasure` erases in the vault before it is recorded, in the
 * order of architecture §8. A crash in between is finished by doing it again: erasing twice does nothing. When the vault
 * itself holds the person, the refusal is recorded instead.
 */
export const erasingFirst =
  (vault: Pick<Vault, 'erase'>, record: Recording): Recording =>
  async (slice, asked, telling) => {
    if (!isExecution(slice, asked)) return record(slice, asked, telling);
    try {
      await vault.erase(asked.subject);
    } catch (error) {
      if (!(error instanceof SubjectHeld)) throw error;
      return record(refuseErasure, { subject: asked.subject, reason: 'under-legal-hold' }, { ...telling, commandId: uuidv5(telling.commandId, 'refused') });
    }
    return record(slice, asked, telling);
  };

const isExecution = (slice: CommandSlice, asked: object): asked is ExecuteErasure =>
  slice.name === executeErasure.name && 'subject' in asked && typeof asked.subject === 'string';
