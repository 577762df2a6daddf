import { Moment, OneOf, OrNull, Words } from '#http';
import { fields, moment, numberOf, textOf } from '#read-models';
import { guestAdmitted, guestLeft, visitCorrected } from '../../domain/visit.events.ts';
import type { EntryRow } from '../../views/entry.ts';
import type { CorrectionTable, Particulars } from '../../views/visits.projection.ts';

export const changeable = [
  'entered',
  'left',
  'door',
  'badge',
  'name',
  'identityType',
  'identityNumber',
  'organisation',
  'purpose',
  'host',
  'vehicle',
  'items',
  'allowedUntil',
] as const;
type Changeable = (typeof changeable)[number];

/** One field that a correction changed: what it read before, and what since. */
export class Change {
  @OneOf('Which field', changeable) field!: Changeable;
  @OrNull(Words('What it read before', { max: 100 })) before!: string | null;
  @OrNull(Words('What it reads since', { max: 100 })) after!: string | null;
  @OrNull(Words('What it read before, where it is personal', { max: 500 })) personalBefore!: string | null;
  @OrNull(Words('What it reads since, where it is personal', { max: 500 })) personalAfter!: string | null;
  @OrNull(Words('Why, and how it is known', { max: 2_000 })) reason!: string | null;
  @Moment('When the correction was made') at!: string;
  @Moment('When the log learnt of it') recorded!: string;
}

const columnOf = {
  name: 'name',
  identityType: 'identity_type',
  identityNumber: 'identity_number',
  organisation: 'organisation',
  purpose: 'purpose',
  host: 'host',
  vehicle: 'vehicle',
  items: 'items',
  allowedUntil: 'allowed_until',
} as const satisfies Partial<Record<Changeable, keyof Particulars>>;

const isPlain = (field: Changeable): boolean => ['entered', 'left', 'door', 'badge', 'identityType', 'allowedUntil'].includes(field);

interface Passage {
  entered?: string;
  left?: string;
  door?: string;
  badge?: string;
}

/** Every field that corrections changed, in the order in which the log learnt of them. */
export function changesIn(entries: readonly EntryRow[], corrections: readonly CorrectionTable[]): Change[] {
  const passage: Passage = {};
  return entries.flatMap((entry) => {
    if (entry.type === guestAdmitted.type) Object.assign(passage, { entered: moment(entry.at), door: entry.door, badge: entry.badge });
    if (entry.type === guestLeft.type) passage.left = moment(entry.at);
    if (entry.type !== visitCorrected.type) return [];
    const correction = corrections.find(({ revision }) => revision === entry.revision);
    const before: Readonly<Record<string, unknown>> = { ...asRead(fields(correction?.before ?? null)), ...passage };
    const said = asSaid(fields(entry.detail));
    Object.assign(passage, pick(said));
    return changeable.flatMap((field) => (said[field] === undefined ? [] : [changeOf(field, textOf(before[field]), textOf(said[field]), entry, correction)]));
  });
}

function changeOf(field: Changeable, before: string | null, after: string | null, { at, recorded }: EntryRow, correction: CorrectionTable | undefined): Change {
  const plain = isPlain(field);
  return {
    field,
    before: plain ? before : null,
    after: plain ? after : null,
    personalBefore: plain ? null : before,
    personalAfter: plain ? null : after,
    reason: correction?.reason ?? null,
    at: moment(at),
    recorded: moment(recorded),
  };
}

/** Instants as they are answered, all else as it stands in the event. */
function asSaid(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const instants = (['entered', 'left', 'allowedUntil'] as const).flatMap((field) => {
    const instant = numberOf(data[field]);
    return instant === null ? [] : [[field, moment(instant)] as const];
  });
  return { ...data, ...Object.fromEntries(instants) };
}

const asRead = (columns: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  asSaid(Object.fromEntries(Object.entries(columnOf).map(([field, column]) => [field, columns[column]])));

const pick = ({ entered, left, door, badge }: Readonly<Record<string, unknown>>): Passage => ({
  ...(typeof entered === 'string' && { entered }),
  ...(typeof left === 'string' && { left }),
  ...(typeof door === 'string' && { door }),
  ...(typeof badge === 'string' && { badge }),
});
