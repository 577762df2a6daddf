import { event, naturalId, stream, uuidv5 } from '#kernel';
import type { Instant, Sealed } from '#kernel';
import type { IdentityType, RefusalReason } from './visit.events.ts';

/**
 * A page of the paper log that was kept while nothing worked, copied word by word. Each entry then becomes testimony of
 * `keptBy`, by method `paper`, carried here by the transcriber; its personal values are the very commitments of the page.
 */
export const pageTranscribed = event('access.page-transcribed.v1')<{
  post: string;
  /** SHA-256 of the photograph, in hex. */
  photo: string;
  keptBy: string;
  from: Instant;
  until: Instant;
  entries: readonly PageEntry[];
}>();

export type PaperPageEvent = ReturnType<typeof pageTranscribed>;

export const entryKinds = ['guest-reported', 'guest-admitted', 'guest-refused', 'guest-left', 'exit-not-observed'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One line of the page. What a kind of entry needs beyond visit and guest is checked before the page is recorded. */
export interface PageEntry {
  readonly at: Instant;
  readonly what: EntryKind;
  readonly visit: string;
  readonly guest: string;
  readonly name?: Sealed;
  readonly identityType?: IdentityType;
  readonly identityNumber?: Sealed;
  readonly organisation?: Sealed;
  readonly purpose?: Sealed;
  readonly minutesAllowed?: number;
  readonly door?: string;
  readonly badge?: string;
  readonly reason?: RefusalReason;
}

export type PaperPage = { status: 'untranscribed' } | { status: 'transcribed'; post: string; entries: number };

export const paperPage = stream<PaperPage, PaperPageEvent>({
  kind: 'paper-page',
  initial: { status: 'untranscribed' },
  scope: (page) => (page.status === 'untranscribed' ? undefined : { post: page.post }),
  evolve: {
    'access.page-transcribed.v1': (page, { post, entries }) =>
      page.status === 'untranscribed' ? { status: 'transcribed', post, entries: entries.length } : page,
  },
});

/** What names the line for the process that passes it on. */
export const entryKey = (page: string, line: number): string => `${page} ${line}`;

/** The id of the command that a line becomes, as the runner of processes derives it: however often it is sent, it is recorded once. */
export const entryCommandId = (page: string, line: number): string => uuidv5(naturalId('process', 'transcribe-entries'), entryKey(page, line));
