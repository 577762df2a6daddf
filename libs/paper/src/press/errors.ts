import { knowError, problem } from '#http';

/** As many documents wait for the press as may. */
export class PressBusy extends Error {
  override readonly name = 'PressBusy';
  constructor(readonly waiting: number) {
    super(`${waiting} documents wait for the press.`);
  }
}

/** The document could not be made, or took too long. */
export class PressFailed extends Error {
  override readonly name = 'PressFailed';
}

knowError(PressBusy, () => problem('busy', { retryAfter: 2 }));
