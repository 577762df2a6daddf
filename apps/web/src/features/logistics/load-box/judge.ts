import type { Schemas } from '../../../shared/api/names.ts';
import { meant, type Label } from '../../../shared/scanning/label.ts';

type Line = Schemas['ManifestLine'];
type Planned = Schemas['PlannedBox'];

/** A box of which this phone knows whose it is. */
export interface KnownBox {
  readonly box: string;
  readonly station: string;
  readonly contest: string | null;
}

/** The run that a box is planned for. */
export interface OtherRun {
  readonly dispatch: string;
  readonly destination: string;
}

export type Verdict =
  | { readonly kind: 'right'; readonly box: KnownBox }
  /** It is on this truck already. */
  | { readonly kind: 'again'; readonly box: KnownBox }
  | {
      readonly kind: 'wrong';
      readonly why: 'of-another-run' | 'of-no-run' | 'not-sealed' | 'stranger' | 'outside';
      readonly box: KnownBox;
      readonly belongs?: OtherRun;
    }
  /** The code of a station that has several boxes. */
  | { readonly kind: 'several'; readonly boxes: readonly KnownBox[] }
  /** A box that this phone does not know, by a label that does not say for which station it is. */
  | { readonly kind: 'nameless'; readonly id: string }
  /** `no-label`: of no box; `no-id`: of a box, but not of which. */
  | { readonly kind: 'unknown'; readonly why: 'no-label' | 'no-id'; readonly code: string };

/** What this phone knows of the boxes before the truck. */
export interface KnownBoxes {
  readonly lines: readonly Line[];
  readonly elsewhere: readonly Planned[];
  /** Went onto the truck since the manifest was asked for. */
  readonly loaded: ReadonlySet<string>;
  /** Whether the boxes of a station are this person's to write of. */
  readonly isOurs: (station: string) => boolean;
}

/** Whether the box belongs onto this truck, by what the phone knows: said at once, with or without a network. */
export function judge(code: string, label: Label | undefined, { lines, elsewhere, loaded, isOurs }: KnownBoxes): Verdict {
  if (!label) return { kind: 'unknown', why: 'no-label', code };
  const isOn = ({ box, state }: Line): boolean => state === 'on-truck' || loaded.has(box);
  const here = meant(label, lines)
    .map((line) => (line.station === null && label.kind === 'box' && label.station !== undefined ? { ...line, station: label.station } : line))
    .filter(isOfStation);
  const [one, ...others] = here.length > 1 && here.some((line) => !isOn(line)) ? here.filter((line) => !isOn(line)) : here;
  if (one && others.length > 0) return { kind: 'several', boxes: [one, ...others] };
  if (one) return ofLine(one, isOn(one), elsewhere);
  const [other, ...more] = meant(label, elsewhere);
  if (other && more.length > 0) return { kind: 'several', boxes: [other, ...more] };
  if (other) return ofOther(other);
  if (label.kind !== 'box') return { kind: 'unknown', why: 'no-id', code };
  return label.station === undefined ? { kind: 'nameless', id: label.box } : stranger(label.box, label.station, isOurs);
}

/** Of a box that this phone does not know, its label says enough to tell that it stood here: the plan of this truck has it not. Of one that is for a station outside of one's area, no more is said than that. */
export const stranger = (box: string, station: string, isOurs: KnownBoxes['isOurs']): Verdict => ({
  kind: 'wrong',
  why: isOurs(station) ? 'stranger' : 'outside',
  box: { box, station, contest: null },
});

const isOfStation = (line: Line): line is Line & KnownBox => line.station !== null;

function ofLine(line: Line & KnownBox, isOn: boolean, elsewhere: readonly Planned[]): Verdict {
  const box = boxOf(line);
  if (isOn || line.state === 'received') return { kind: 'again', box };
  if (!line.planned) return ofOther(elsewhere.find((each) => each.box === line.box) ?? { ...box, dispatch: null, destination: null });
  return line.seals.length === 0 ? { kind: 'wrong', why: 'not-sealed', box } : { kind: 'right', box };
}

function ofOther(planned: Planned): Verdict {
  const { dispatch, destination } = planned;
  const box = boxOf(planned);
  if (dispatch === null || destination === null) return { kind: 'wrong', why: 'of-no-run', box };
  return { kind: 'wrong', why: 'of-another-run', box, belongs: { dispatch, destination } };
}

const boxOf = ({ box, station, contest }: KnownBox): KnownBox => ({ box, station, contest });
