import { labelRoutes, type LabelTexts, type LabelWriting } from '#paper';
import { type BoxLabel, BoxLabels, boxLabels } from '../features/box-labels/box-labels.ts';
import { villageOf } from '../features/of-box.ts';
import { shortOf } from './numbers.ts';
import { wordsIn } from './words.ts';

/** The village and the district of a station, where a list names them. */
const placesOf = (station: string, nameOf: (area: string) => string | undefined): string[] => {
  const named = areasOfStation(station).flatMap((area) => nameOf(area) ?? []);
  return named.length === 0 ? [] : [named.join(', ')];
};

const districtDigits = 6;
const areasOfStation = (station: string): readonly string[] => [villageOf(station), station.slice(0, districtDigits)];

export const writeLabels = (found: readonly BoxLabel[], { language, nameOf }: LabelWriting): LabelTexts => {
  const t = wordsIn(language);
  return {
    title: t('labels'),
    known: Math.max(0, ...found.map(({ known }) => Date.parse(known))),
    labels: found.map(({ box, station, contest }) => ({
      heading: station,
      lines: [...(contest === null ? [] : [t.code('contest', contest)]), ...placesOf(station, nameOf)],
      code: shortOf(box),
      // Whoever scans it finds the box at the end of the address.
      path: `/gudang/box/${station}/${box}`,
    })),
  };
};

export const boxLabelSheets = labelRoutes(BoxLabels)({
  name: 'logistics.box-labels',
  summary: 'Labels for boxes on sheets of A4, each with a QR code and a Code 128.',
  asks: boxLabels,
  areas: (found) => found.flatMap(({ station }) => areasOfStation(station)),
  write: writeLabels,
});
