import { codes, fields } from '#read-models';
import type { EpcisEvent } from './epcis-document.ts';
import type { Identifiers } from './identifiers.ts';
import type { ToldRow } from './told-row.ts';

/** What moved the box before: where it was is what that said. */
export interface MovedBefore {
  readonly type: string;
  readonly told: Readonly<Record<string, unknown>>;
}

export interface DrawTold {
  readonly lot: string;
  readonly draw: string;
  readonly item: string | null;
  readonly quantity: number | null;
}

export interface CorrectionTold {
  readonly event: string;
  readonly recorded: number;
  /** Negative: less. */
  readonly more: number;
}

/** A fact with all that is needed to say it in EPCIS. */
export interface Told {
  readonly row: ToldRow;
  /** The box, the run, the lot or the destruction. */
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly contradicts: readonly string[];
  readonly before?: MovedBefore;
  readonly draws: readonly DrawTold[];
  readonly corrections: readonly CorrectionTold[];
  readonly ids: Identifiers;
}

/** What an EPCIS event says besides that it is the log's: when, in which voice, by which event. */
type InCommon = 'eventID' | 'eventTime' | 'eventTimeZoneOffset' | 'recordTime';

export type Part = Omit<EpcisEvent, InCommon> & {
  /** What of the fact this is; absent: the fact itself, whose id it bears. */
  readonly part?: string;
  /** Another event of the log that says so, later, of the same instant. */
  readonly by?: { readonly event: string; readonly type: string; readonly recorded: number };
};

/** Our own query wrote the JSON: it is what its place says. */
const read = (json: string | null): unknown => (json === null ? undefined : JSON.parse(json));

export function toldOf(row: ToldRow, ids: Identifiers): Told {
  const before = read(row.moved) as MovedBefore | undefined;
  return {
    row,
    subject: row.stream.slice(-36),
    data: fields(row.detail),
    contradicts: codes(row.contradicts),
    draws: (read(row.draws) as readonly DrawTold[] | undefined) ?? [],
    corrections: (read(row.corrections) as readonly CorrectionTold[] | undefined) ?? [],
    ids,
    ...(before && { before }),
  };
}
