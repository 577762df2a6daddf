import { Count, Id, Optional } from '#http';
import { query } from '#read-models';
import { entries } from '../../views/entries.projection.ts';

export class EntryCounts {
  @Optional(Id('The post they concern; absent: everywhere')) post?: string;
}

export class CountedEntries {
  @Count('Kept apart, or accepted in vain: for somebody to accept or dismiss') toDecide!: number;
  @Count('Recorded where they belong within the last day, with something wrong in how they came') markedLately!: number;
}

const day = 86_400_000;

/** Reveals nothing, so that a screen can say how many there are without a read of personal data. */
export const entryCounts = query(EntryCounts)({
  name: 'identity.entry-counts',
  summary: 'How many entries of phones wait for a decision, and how many were lately recorded with a mark.',
  roles: ['squad-leader', 'commander', 'investigator', 'supervisor', 'admin'],
  scope: ({ post }) => (post === undefined ? 'everywhere' : { post }),
  from: entries,
  answers: CountedEntries,
  find: ({ post }, db, { now }) =>
    db
      .selectFrom('entry')
      .select((entry) => [
        entry.fn.countAll<number>().filterWhere('status', 'in', ['quarantined', 'not-carried-out']).as('toDecide'),
        entry.fn
          .countAll<number>()
          .filterWhere('status', '=', 'marked')
          .filterWhere('marks', '!=', '[]')
          .filterWhere('recorded', '>', now - day)
          .as('markedLately'),
      ])
      .$if(post !== undefined, (found) => found.where('post', '=', post ?? '')),
  present: ([counts]): CountedEntries => ({ toDecide: counts?.toDecide ?? 0, markedLately: counts?.markedLately ?? 0 }),
});
