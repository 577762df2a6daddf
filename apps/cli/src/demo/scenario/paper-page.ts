import { transcribePage } from '#access';
import type { EntryKind, TranscribePage } from '#access';
import type { Asked } from '#kernel';
import { createHash } from 'node:crypto';
import { accountOf } from './people.ts';
import { guestId } from './guests.ts';
import type { GuestName } from './guests.ts';
import { doorId, posts } from './places.ts';
import { idOf, wib } from './scenario.ts';
import { open, step } from './step.ts';
import type { Step } from './step.ts';
import { particulars } from './visit-steps.ts';
import { visitId } from './visits.ts';
import type { VisitName } from './visits.ts';

type Line = Asked<TranscribePage>['entries'][number];

const line = (time: string, what: EntryKind, visit: VisitName, guest: GuestName, more: Partial<Line> = {}): Line => ({
  at: wib(time),
  what,
  visit: visitId(visit),
  guest: guestId(guest),
  ...more,
});
const reported = (time: string, visit: VisitName, guest: GuestName, purpose: string): Line =>
  line(time, 'guest-reported', visit, guest, { ...particulars(guest), purpose: open(purpose), minutesAllowed: 180 });
const admitted = (time: string, visit: VisitName, guest: GuestName, badge: string): Line =>
  line(time, 'guest-admitted', visit, guest, { door: doorId('G-0'), badge });

/** Lightning took the power from 21:10 to 21:50; jaga-02 wrote by hand. T-10 on the page is a misread T-24. */
export const lines: readonly Line[] = [
  reported('21:14', 'v21', 'zainal', 'Memulihkan listrik'),
  reported('21:14', 'v22', 'ratna', 'Memulihkan listrik'),
  admitted('21:16', 'v21', 'zainal', 'T-20'),
  admitted('21:16', 'v22', 'ratna', 'T-21'),
  reported('21:25', 'v23', 'eko', 'Mengantar contoh formulir'),
  admitted('21:27', 'v23', 'eko', 'T-10'),
  reported('21:33', 'v24', 'hasan', 'Menanyakan listrik padam'),
  line('21:34', 'guest-refused', 'v24', 'hasan', { reason: 'closed' }),
  line('21:46', 'guest-left', 'v23', 'eko'),
  line('21:49', 'guest-left', 'v21', 'zainal'),
  line('21:49', 'guest-left', 'v22', 'ratna'),
];

export const transcription: Step = step(
  transcribePage,
  { name: 'page of the paper log', at: wib('22:30'), by: 'guard' },
  {
    page: idOf('page', '21:10'),
    post: posts.P1.post,
    // There is no photograph of an invented page: this is the digest of its name.
    photo: createHash('sha256').update('Halaman 14, Pos 1, 30 November 2023').digest('hex'),
    keptBy: accountOf('jaga-02'),
    from: wib('21:10'),
    until: wib('21:50'),
    entries: [...lines],
  },
);
