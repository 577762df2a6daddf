import type { WorkerLink } from './link/worker-link.ts';
import type { Checked, CheckStep } from './store/checking.ts';
import type { ReaderOps } from './store/reader.ts';

export interface IntegrityReport {
  readonly subjects: number;
  readonly disclosures: number;
  readonly segments: number;
  /** Subjects whose key does not open. */
  readonly damagedSubjects: readonly string[];
  /** Commitments of values that do not open, or do not match. */
  readonly damagedDisclosures: readonly string[];
  /** Segments of the search index that do not open; `rebuildSearch` makes them anew. */
  readonly damagedSegments: readonly string[];
}

const atOnce = { subjects: 1_000, disclosures: 100, segments: 4 } as const;

/** In small steps, so that whoever reads meanwhile is not kept waiting. */
async function walk(
  reader: WorkerLink<ReaderOps>,
  of: CheckStep['of'],
  every: number,
): Promise<{ readonly checked: number; readonly damaged: readonly string[] }> {
  const damaged: string[] = [];
  let checked = 0;
  for (let after: number | undefined = 0; after !== undefined;) {
    const step: Checked = await reader.call('check', { of, after, every, limit: atOnce[of] });
    checked += step.checked;
    damaged.push(...step.damaged);
    after = step.next;
  }
  return { checked, damaged };
}

export async function checkWhole(reader: WorkerLink<ReaderOps>, every: number): Promise<IntegrityReport> {
  const subjects = await walk(reader, 'subjects', every);
  const disclosures = await walk(reader, 'disclosures', every);
  const segments = await walk(reader, 'segments', 1);
  return {
    subjects: subjects.checked,
    disclosures: disclosures.checked,
    segments: segments.checked,
    damagedSubjects: subjects.damaged,
    damagedDisclosures: disclosures.damaged,
    damagedSegments: segments.damaged,
  };
}
