import { Module } from '@nestjs/common';
import { context } from '#cqrs';
import { accessObjections } from './domain/access.objections.ts';
import { contradiction } from './domain/contradiction.ts';
import { door } from './domain/door.ts';
import { muster } from './domain/muster.ts';
import { paperPage } from './domain/paper-page.ts';
import { person } from './domain/person.ts';
import { post } from './domain/post.ts';
import { shift } from './domain/shift.ts';
import { visit } from './domain/visit.ts';
import { watchlistEntry } from './domain/watchlist.ts';
import { accountFor } from './features/account-for/account-for.ts';
import { addToWatchlist } from './features/add-to-watchlist/add-to-watchlist.ts';
import { admitGuest } from './features/admit-guest/admit-guest.ts';
import { checkOutGuest } from './features/check-out-guest/check-out-guest.ts';
import { closeMuster } from './features/close-muster/close-muster.ts';
import { correctVisit } from './features/correct-visit/correct-visit.ts';
import { declareMuster } from './features/declare-muster/declare-muster.ts';
import { endShift } from './features/end-shift/end-shift.ts';
import { enterDoor } from './features/enter-door/enter-door.ts';
import { handOverShift } from './features/hand-over-shift/hand-over-shift.ts';
import { leaveDoor } from './features/leave-door/leave-door.ts';
import { lockDoor } from './features/lock-door/lock-door.ts';
import { mergeSubjects } from './features/merge-subjects/merge-subjects.ts';
import { overrideWatchlistHit } from './features/override-watchlist-hit/override-watchlist-hit.ts';
import { recordExitNotObserved } from './features/record-exit-not-observed/record-exit-not-observed.ts';
import { photographCard } from './features/photograph-card/photograph-card.ts';
import { refuseGuest } from './features/refuse-guest/refuse-guest.ts';
import { registerDoor } from './features/register-door/register-door.ts';
import { registerPost } from './features/register-post/register-post.ts';
import { removeFromWatchlist } from './features/remove-from-watchlist/remove-from-watchlist.ts';
import { reportGuest } from './features/report-guest/report-guest.ts';
import { startShift } from './features/start-shift/start-shift.ts';
import { transcribePage } from './features/transcribe-page/transcribe-page.ts';
import { unlockDoor } from './features/unlock-door/unlock-door.ts';
import { cardPhoto } from './features/card-photo/card-photo.ts';
import { doorLog } from './features/door-log/door-log.ts';
import { doors } from './features/doors/doors.ts';
import { knownGuests } from './features/known-guests/known-guests.ts';
import { musters } from './features/musters/musters.ts';
import { overdue } from './features/overdue/overdue.ts';
import { posts } from './features/posts/posts.ts';
import { shiftSheet } from './features/shift-sheet/shift-sheet.ts';
import { shifts } from './features/shifts/shifts.ts';
import { visit as oneVisit } from './features/visit/visit.ts';
import { visits } from './features/visits/visits.ts';
import { watchlist } from './features/watchlist/watchlist.ts';
import { whoIsInside } from './features/who-is-inside/who-is-inside.ts';
import { standingContradictions } from './features/standing-contradictions/standing-contradictions.ts';
import { noticeContradiction } from './features/notice-contradiction/notice-contradiction.ts';
import { noticeOverdueVisit } from './features/notice-overdue-visit/notice-overdue-visit.ts';
import { explainContradiction } from './features/explain-contradiction/explain-contradiction.ts';
import { settleContradiction } from './features/settle-contradiction/settle-contradiction.ts';
import * as projections from './views/projections.ts';

@Module(
  context('access', {
    objections: accessObjections,
    streams: [post, door, shift, visit, muster, watchlistEntry, paperPage, person, contradiction],
    commands: [
      registerPost,
      registerDoor,
      lockDoor,
      unlockDoor,
      startShift,
      handOverShift,
      endShift,
      reportGuest,
      photographCard,
      admitGuest,
      refuseGuest,
      enterDoor,
      leaveDoor,
      checkOutGuest,
      recordExitNotObserved,
      correctVisit,
      addToWatchlist,
      removeFromWatchlist,
      overrideWatchlistHit,
      mergeSubjects,
      transcribePage,
      declareMuster,
      accountFor,
      closeMuster,
      noticeOverdueVisit,
      noticeContradiction,
      settleContradiction,
      explainContradiction,
    ],
    projections: Object.values(projections),
    queries: [
      standingContradictions,
      whoIsInside,
      knownGuests,
      visits,
      oneVisit,
      cardPhoto,
      shiftSheet,
      overdue,
      doorLog,
      watchlist,
      musters,
      posts,
      doors,
      shifts,
    ],
  }),
)
export class AccessModule {}
