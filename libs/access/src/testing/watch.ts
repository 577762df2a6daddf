import type { Instant } from '#kernel';
import { openWatch as open, type Watch } from '#testing';
import '../access.module.ts';
import { noticeContradictions } from '../processes/notice-contradictions.ts';
import { noticeOverdueVisits } from '../processes/notice-overdue-visits.ts';
import { transcribeEntries } from '../processes/transcribe-entries.ts';

const projections = new URL(`../views/projections${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href;

export type { Watch };

/** Access at work. */
export const openWatch = (start: Instant): Promise<Watch> =>
  open({ context: 'access', projections, processes: [noticeOverdueVisits, noticeContradictions, transcribeEntries] }, start);
