import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { personal, text, texts, when } from './text.ts';

type Manifest = Schemas['Manifest'];
type Line = Schemas['ManifestLine'];

/** What a run carries, as boxes went on and off and the truck went on, by what was told here. */
export function withManifest(value: unknown, args: object, waiting: readonly Content[]): Manifest {
  const { dispatch } = args as { readonly dispatch?: string };
  return waiting.reduce<Manifest>((manifest, content) => step(manifest, content, dispatch), value as Manifest);
}

function step(manifest: Manifest, content: Content, dispatch: string | undefined): Manifest {
  const { name, body } = content;
  const isHere = body['dispatch'] === dispatch;
  if (name === 'logistics.load-box' && body['loaded'] === true) {
    return isHere ? loaded(manifest, content) : changed(manifest, body['box'], { state: 'gone-on' });
  }
  if (name === 'logistics.receive-box' && isHere) return changed(manifest, body['box'], { state: 'received' });
  if (name === 'logistics.return-box' || name === 'logistics.hand-box-to-station') return changed(manifest, body['box'], { state: 'gone-on' });
  if (name === 'logistics.report-box-loss') return changed(manifest, body['box'], { state: 'lost' });
  if (name === 'logistics.arrive-dispatch' && isHere) return { ...manifest, status: 'arrived' };
  return name === 'logistics.depart-dispatch' && isHere ? departed(manifest, body) : manifest;
}

function loaded(manifest: Manifest, content: Content): Manifest {
  const { body } = content;
  const now = { state: 'on-truck', loaded: when(content) } as const;
  if (manifest.lines.some(({ box }) => box === body['box'])) return changed(manifest, body['box'], now);
  const line = { box: text(body['box']), station: text(body['station']), contest: null, seals: [], planned: false, missing: false, ...now };
  return { ...manifest, lines: [...manifest.lines, line] };
}

/** Only what was on the truck can have gone on from it. */
const changed = (manifest: Manifest, box: unknown, change: Partial<Line>): Manifest => ({
  ...manifest,
  lines: manifest.lines.map((line) => (line.box === box && (change.state !== 'gone-on' || line.state !== 'not-loaded') ? { ...line, ...change } : line)),
});

/** A driver who is named is another than planned, unless only the plate is. */
function departed(manifest: Manifest, body: Content['body']): Manifest {
  const missing = texts(body['missing']) ?? [];
  const driverName = personal(body['driverName']);
  return {
    ...manifest,
    status: 'under-way',
    truckSeals: texts(body['seals']),
    foundVehicle: personal(body['vehicle']),
    foundDriver: driverName === null ? null : text(body['driver']),
    foundDriverName: driverName,
    foundEscort: texts(body['escort']),
    foundEscortOthers: personal(body['escortOthers']),
    lines: manifest.lines.map((line) => ({ ...line, missing: line.missing || missing.includes(line.box) })),
  };
}
