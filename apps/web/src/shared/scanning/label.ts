/** What the code on a box says: which box (and for which station, as the QR code of a label does), how the box's id ends, or for which station and election it is. */
export type Label =
  | { readonly kind: 'box'; readonly box: string; readonly station?: string }
  | { readonly kind: 'ending'; readonly ending: string }
  | { readonly kind: 'station'; readonly station: string; readonly contest?: string };

const id = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
const undashed = /[0-9a-f]{12}[1-8][0-9a-f]{3}[89ab][0-9a-f]{15}$/;
const ofStation = /(\d{10}-\d{3})(?:[\s/._-]*([a-z][a-z0-9-]*))?/;
const ending = /[0-9a-f]{8,16}$/;

/**
 * Reads a code, however it came: the QR code of a label (an address that ends with the box), its Code 128, or what
 * somebody typed. Letters that a hand hit before a scanner typed do no harm. Undefined when it is no box's code.
 */
export function labelIn(code: string): Label | undefined {
  const text = code.trim().toLowerCase();
  const whole = [...text.matchAll(id)].at(-1);
  const box = whole?.[0] ?? dashed(undashed.exec(text)?.[0]);
  if (box !== undefined) {
    const [, of] = ofStation.exec(text.slice(0, whole?.index ?? 0)) ?? [];
    return { kind: 'box', box, ...(of !== undefined && { station: of }) };
  }
  const [, station, contest] = ofStation.exec(text) ?? [];
  if (station !== undefined) return { kind: 'station', station, ...(contest !== undefined && { contest }) };
  const [end] = ending.exec(text) ?? [];
  return end === undefined ? undefined : { kind: 'ending', ending: end };
}

const dashed = (hex: string | undefined): string | undefined => hex?.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** The short form of a box's id, as it stands on its label. */
export const shortCode = (box: string): string => box.slice(-12).toUpperCase();

interface Labelled {
  readonly box: string;
  readonly station: string | null;
  readonly contest: string | null;
}

/** Those that a label can mean. */
export function meant<B extends Labelled>(label: Label, boxes: readonly B[]): readonly B[] {
  if (label.kind === 'box') return boxes.filter(({ box }) => box === label.box);
  if (label.kind === 'ending') return boxes.filter(({ box }) => box.replaceAll('-', '').endsWith(label.ending));
  return boxes.filter(({ station, contest }) => station === label.station && (label.contest === undefined || contest === label.contest));
}
