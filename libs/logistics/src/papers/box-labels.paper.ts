import type { Language } from '#http';
import { labelRoutes, type LabelTexts } from '#paper';
import { type BoxLabel, BoxLabels, boxLabels } from '../features/box-labels/box-labels.ts';
import { shortOf } from './numbers.ts';
import { wordsIn } from './words.ts';

export const writeLabels = (found: readonly BoxLabel[], language: Language): LabelTexts => ({
  title: wordsIn(language)('labels'),
  known: Math.max(0, ...found.map(({ known }) => Date.parse(known))),
  labels: found.map(({ box, station, contest }) => ({
    heading: station,
    lines: contest === null ? [] : [contest],
    code: shortOf(box),
    // Whoever scans it finds the box at the end of the address.
    path: `/gudang/box/${station}/${box}`,
  })),
});

export const boxLabelSheets = labelRoutes(BoxLabels)({
  name: 'logistics.box-labels',
  summary: 'Labels for boxes on sheets of A4, each with a QR code and a Code 128.',
  asks: boxLabels,
  write: writeLabels,
});
