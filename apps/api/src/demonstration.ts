import { event, naturalId } from '#kernel';

/** The first event of a demonstration's log: everything in it was invented, on a clock of its own. */
export const demonstrationLogOpened = event('saksi.demonstration-log-opened.v1')<{ scenario: string }>();

export const demonstrationStream = `log-${naturalId('log', 'demonstration')}`;
