import { eventsOfTheNight } from './events-of-the-night.ts';
import { leak } from './leak.ts';
import { transcription } from './paper-page.ts';
import { watchlist } from './preparation.ts';
import { inOrder } from './step.ts';
import type { Step } from './step.ts';
import { visitSteps } from './visit-steps.ts';
import { locks, watches } from './watch-and-doors.ts';

/** Everything that people recorded from the afternoon of 30 November until the end of the watch, in that order. */
export const night: readonly Step[] = inOrder([...watchlist, ...watches, ...locks, ...visitSteps, transcription, ...eventsOfTheNight, ...leak]);
