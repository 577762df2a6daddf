import { writeFileSync } from 'node:fs';
import { create } from 'qrcode';

const width = 640;
const height = 480;
const dot = 8;
const white = 235;
const black = 16;

/** A film (YUV4MPEG2) of one label that lies still: what a camera sees that looks at its QR code. Returns its path. */
export function filmOf(path: string, text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const [left, top] = [width, height].map((side) => Math.floor((side - size * dot) / 2)) as [number, number];
  const light = Buffer.alloc(width * height, white);
  for (let y = 0; y < size * dot; y++) {
    for (let x = 0; x < size * dot; x++) {
      if (modules.get(Math.floor(y / dot), Math.floor(x / dot)) !== 0) light[(top + y) * width + left + x] = black;
    }
  }
  const grey = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, grey]);
  writeFileSync(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]));
  return path;
}
