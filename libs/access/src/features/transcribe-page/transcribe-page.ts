import { command, said } from '#kernel';
import type { Instant } from '#kernel';
import { Digest, Id, Many, Moment } from '#http';
import { pageTranscribed, paperPage } from '../../domain/paper-page.ts';
import { guardsBetween, pagesWithPhoto } from '../../views/looks.ts';
import { needsOf, PaperEntry } from './paper-entry.ts';

export class TranscribePage {
  @Id('The page') page!: string;
  @Id('The post where it was kept') post!: string;
  @Digest('SHA-256 of the photograph, in hex') photo!: string;
  @Id('The guard who kept the page by hand') keptBy!: string;
  @Moment('When the page begins') from!: Instant;
  @Moment('When the page ends') until!: Instant;
  @Many(PaperEntry, { min: 1, max: 60, description: 'The lines of the page, in their order' }) entries!: PaperEntry[];
}

export const transcribePage = command(TranscribePage)({
  name: 'access.transcribe-page',
  summary: 'A page of the paper log that was kept while nothing worked, copied line by line; each line becomes testimony.',
  records: 'order',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { page: (c) => paperPage.at(c.page) },
  looks: {
    photographed: (c) => pagesWithPhoto({ photo: c.photo }),
    guards: (c) => guardsBetween({ post: c.post, from: c.from, until: c.until }),
  },

  objections: {
    'access.page-already-transcribed': (_, { page }) => page.status !== 'untranscribed',
    'access.photo-transcribed-before': (_, { photographed }) => photographed.length > 0 && { pages: photographed },
    'access.page-ends-before-it-begins': ({ from, until }) => from > until,
    'access.page-in-the-future': ({ until }, _, { effectiveAt }) => until > effectiveAt,
    // Its lines become the testimony of this guard, who must have been there to give it.
    'access.keeper-not-on-duty': ({ keptBy, from, until }, { guards }) => from <= until && !guards.includes(keptBy) && { keptBy },
    'access.entry-outside-page': ({ from, until, entries }) => lines(entries, ({ at }) => from <= until && (at < from || at > until)),
    'access.entry-incomplete': ({ entries }) => lines(entries, (entry) => needsOf(entry.what).some((field) => entry[field] === undefined)),
  },

  record: ({ post, photo, keptBy, from, until, entries }) => [
    pageTranscribed({ post, photo, keptBy, from, until, entries: entries.map((entry) => said(Object.assign({}, entry))) }),
  ],
});

/** The lines that it holds for, counted as on the page: from 1. */
function lines(entries: readonly PaperEntry[], holds: (entry: PaperEntry) => boolean): false | { entries: readonly string[] } {
  const numbers = entries.flatMap((entry, index) => (holds(entry) ? [String(index + 1)] : []));
  return numbers.length > 0 && { entries: numbers };
}
