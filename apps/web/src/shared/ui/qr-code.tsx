import { create } from 'qrcode';

/** A QR code as a drawing of squares, black on white in every mode: cameras want that. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const dark = Array.from({ length: size * size }, (_, index) => index).filter((index) => modules.get(Math.floor(index / size), index % size) !== 0);
  return (
    <svg viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label} width="240" height="240" shapeRendering="crispEdges">
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
      <path d={dark.map((index) => `M${index % size} ${Math.floor(index / size)}h1v1h-1z`).join('')} fill="#000" />
    </svg>
  );
}
