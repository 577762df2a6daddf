import type { ProcessManager } from '#processes';
import { noticeContradictions } from './processes/notice-contradictions.ts';
import { noticeOverdueVisits } from './processes/notice-overdue-visits.ts';
import { transcribeEntries } from './processes/transcribe-entries.ts';

export { AccessModule } from './access.module.ts';

/** The module of access's projections, for worker threads. */
export const accessProjections = new URL(`./views/projections${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href;

export const accessProcesses: readonly ProcessManager[] = [noticeOverdueVisits, noticeContradictions, transcribeEntries];

export * from './domain/contradiction.ts';
export * from './domain/door.ts';
export * from './domain/muster.ts';
export * from './domain/paper-page.ts';
export * from './domain/person.ts';
export * from './domain/post.ts';
export * from './domain/shift.ts';
export * from './domain/visit.events.ts';
export * from './domain/watchlist.ts';
export { guestMayGo } from './views/retention.look.ts';
export { visit } from './domain/visit.ts';
export type { Visit } from './domain/visit.ts';
export { visitAt } from './domain/visit-standing.ts';
export type { VisitStanding } from './domain/visit-standing.ts';

export { limitVisits } from './features/minutes-allowed.ts';
export { AccountFor, accountFor } from './features/account-for/account-for.ts';
export { AddToWatchlist, addToWatchlist } from './features/add-to-watchlist/add-to-watchlist.ts';
export { AdmitGuest, admitGuest } from './features/admit-guest/admit-guest.ts';
export { CheckOutGuest, checkOutGuest } from './features/check-out-guest/check-out-guest.ts';
export { CloseMuster, closeMuster } from './features/close-muster/close-muster.ts';
export { CorrectVisit, correctVisit } from './features/correct-visit/correct-visit.ts';
export { DeclareMuster, declareMuster } from './features/declare-muster/declare-muster.ts';
export { EndShift, endShift } from './features/end-shift/end-shift.ts';
export { EnterDoor, enterDoor } from './features/enter-door/enter-door.ts';
export { HandOverShift, handOverShift } from './features/hand-over-shift/hand-over-shift.ts';
export { LeaveDoor, leaveDoor } from './features/leave-door/leave-door.ts';
export { LockDoor, lockDoor } from './features/lock-door/lock-door.ts';
export { MergeSubjects, mergeSubjects } from './features/merge-subjects/merge-subjects.ts';
export { OverrideWatchlistHit, overrideWatchlistHit } from './features/override-watchlist-hit/override-watchlist-hit.ts';
export { RecordExitNotObserved, recordExitNotObserved } from './features/record-exit-not-observed/record-exit-not-observed.ts';
export { RefuseGuest, refuseGuest } from './features/refuse-guest/refuse-guest.ts';
export { RegisterDoor, registerDoor } from './features/register-door/register-door.ts';
export { RegisterPost, registerPost } from './features/register-post/register-post.ts';
export { RemoveFromWatchlist, removeFromWatchlist } from './features/remove-from-watchlist/remove-from-watchlist.ts';
export { ReportGuest, reportGuest } from './features/report-guest/report-guest.ts';
export { StartShift, startShift } from './features/start-shift/start-shift.ts';
export { TranscribePage, transcribePage } from './features/transcribe-page/transcribe-page.ts';
export { UnlockDoor, unlockDoor } from './features/unlock-door/unlock-door.ts';

export { DoorLog, doorLog } from './features/door-log/door-log.ts';
export { Doors, doors } from './features/doors/doors.ts';
export { Musters, musters } from './features/musters/musters.ts';
export { Overdue, overdue } from './features/overdue/overdue.ts';
export { Posts, posts } from './features/posts/posts.ts';
export { ShiftSheetOf, shiftSheet } from './features/shift-sheet/shift-sheet.ts';
export { Shifts, shifts } from './features/shifts/shifts.ts';
export { VisitOf, visit as oneVisit } from './features/visit/visit.ts';
export { Visits, visits } from './features/visits/visits.ts';
export { Watchlist, watchlist } from './features/watchlist/watchlist.ts';
export { WhoIsInside, whoIsInside } from './features/who-is-inside/who-is-inside.ts';
