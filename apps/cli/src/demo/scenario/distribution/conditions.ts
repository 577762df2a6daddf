import { moveLot, photographZone, recordConditionCheck, reportDamage } from '#logistics';
import type { RecordConditionCheck } from '#logistics';
import { endsAt, minute, on } from '../scenario.ts';
import { open, step } from '../step.ts';
import type { Step } from '../step.ts';
import { soaked } from './lots.ts';
import { dripping, neverSent, wetFloor, wetShelf } from './pictures.ts';
import type { Picture } from './pictures.ts';
import { ofLot } from './supply.ts';
import { warehouse, zoneCodes, zoneId } from './warehouse.ts';
import type { ZoneCode } from './warehouse.ts';

type Found = RecordConditionCheck['found'];

interface Look {
  readonly humidity: number;
  readonly found?: Found;
  readonly note?: string;
  /** Digests of the photographs that were taken. */
  readonly photos?: readonly string[];
}

const look = (zone: ZoneCode, day: string, time: string, { humidity, found = [], note, photos = [] }: Look): Step =>
  step(
    recordConditionCheck,
    { name: `look at ${zone} on ${day} at ${time}`, at: on(day, time), by: 'gudang-3', about: [`zone ${zone}`] },
    { warehouse, zone: zoneId(zone), found, humidity, photos: [...photos], ...(note !== undefined && { note: open(note) }) },
  );

/** A picture follows its check. */
const photograph = ({ jpeg, digest }: Picture, what: string, time: string): Step =>
  step(
    photographZone,
    { name: `photograph of ${what}`, at: on('2024-02-04', time), by: 'gudang-3', about: ['zone B-1'] },
    { warehouse, zone: zoneId('B-1'), photo: digest, zonePhoto: open(jpeg) },
  );

/** Every zone is looked at on these mornings. */
const rounds = ['2023-12-28', '2024-01-11', '2024-01-25', '2024-02-08'].flatMap((day, round) =>
  zoneCodes.map((zone, index) => look(zone, day, `08:${10 + 2 * index}`, { humidity: 62 + ((round * 5 + index * 3) % 9) })),
);

/** What of the rain was photographed, check by check: the last of the pictures stayed on a phone. */
export const photographed = [
  { photos: [dripping.digest, wetShelf.digest], kept: [dripping.digest, wetShelf.digest] },
  { photos: [wetFloor.digest, neverSent], kept: [wetFloor.digest] },
] as const;

/** In the night to 4 February rain comes through the roof of hall B again, as it did in the night of the first story. */
const rain: readonly Step[] = [
  look('B-1', '2024-02-04', '02:40', {
    humidity: 94,
    found: ['rain', 'leak'],
    note: 'Air menetes di atas palet surat suara dan rak formulir; terpal dipasang.',
    photos: photographed[0].photos,
  }),
  photograph(dripping, 'water over the pallets', '02:46'),
  photograph(wetShelf, 'the shelf of the forms', '02:47'),
  ...soaked.flatMap(({ lot, quantity }, index) => [
    step(
      reportDamage,
      { name: `rain on ${lot.name}`, at: on('2024-02-04', '03:15') + index * 6 * minute, by: 'gudang-3' },
      { ...ofLot(lot), cause: 'rain', quantity },
    ),
    step(
      moveLot,
      { name: `${lot.name} to a dry zone`, at: on('2024-02-04', '03:50') + index * 12 * minute, by: 'gudang-2' },
      { ...ofLot(lot), zone: zoneId('A-1') },
    ),
  ]),
  look('B-1', '2024-02-04', '09:05', { humidity: 88, found: ['humidity'], note: 'Atap ditutup; lantai masih basah.', photos: photographed[1].photos }),
  photograph(wetFloor, 'the wet floor', '09:12'),
  look('B-1', '2024-02-05', '08:00', { humidity: 74 }),
];

/** The last that is recorded: the warehouse on the morning of the voting. */
export const votingMorning: Step = step(
  recordConditionCheck,
  { name: 'the warehouse on the morning of the voting', at: endsAt, by: 'dispatcher' },
  { warehouse, zone: zoneId('A-1'), found: [], humidity: 66, photos: [], note: open('Gudang kosong, selain yang rusak.') },
);

export const conditions: readonly Step[] = [...rounds, ...rain, votingMorning];
