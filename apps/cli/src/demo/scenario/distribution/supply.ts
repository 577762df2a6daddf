import { correctQuantity, drawFromLot, inspectLot, receiveDelivery, reportLoss, returnDraw, splitLot } from '#logistics';
import { somebody } from '../names.ts';
import { idAt, minute, on } from '../scenario.ts';
import { open, step } from '../step.ts';
import type { Step } from '../step.ts';
import { accessoryLots, allLots, ballotLots, booths, lotOf, overlooked, replacements } from './lots.ts';
import type { PlannedLot } from './lots.ts';
import { warehouse, zoneId } from './warehouse.ts';

export const ofLot = ({ id, item }: PlannedLot) => ({ warehouse, lot: id, item });

/** Every lorry that came to Kemelak, from the printers in December to the replacements in January. */
const deliveries = allLots.map((lot, index) => {
  const { name, received, quantity, zone, short } = lot;
  const [carrier, witness] = [somebody('carrier', index), somebody('supervisor at Kemelak', index % 3)];
  return step(
    receiveDelivery,
    {
      name: `delivery ${name}`,
      at: received,
      by: index % 2 === 0 ? 'dispatcher' : 'gudang-2',
      // Whoever receives less than the waybill says hears of it, and it is noticed at once.
      ...(short > 0 ? { hears: 'logistics.quantity-not-as-by-waybill' } : { about: [lot.id] }),
    },
    {
      ...ofLot(lot),
      quantity,
      byWaybill: quantity + short,
      zone: zoneId(zone),
      waybill: `SJ-${received < on('2024-01-01', '00:00') ? '2023/12' : '2024/01'}/${String(101 + index).padStart(4, '0')}`,
      seals: [`CTN-${String(700_001 + index)}`],
      carrier: carrier.id,
      carrierName: carrier.name,
      vehicle: open(`B ${9000 + index * 13} XT`),
      witness: witness.id,
      witnessName: witness.name,
    },
  );
});

const sortingBegins = on('2024-01-02', '08:00');

/** Sorted and folded, lot by lot, two a day; what is spoilt is put aside. */
const sorting = Object.values(ballotLots)
  .flat()
  .map((lot, index) => {
    const unknown = Math.floor(lot.spoilt / 3);
    return step(
      inspectLot,
      {
        name: `inspection ${lot.name}`,
        at: sortingBegins + Math.floor(index / 3) * 1_440 * minute + (index % 3) * 150 * minute,
        by: 'gudang-3',
        about: [lot.id],
      },
      {
        ...ofLot(lot),
        good: lot.quantity - lot.spoilt,
        damaged: [
          { cause: 'handling', quantity: lot.spoilt - unknown },
          { cause: 'unknown', quantity: unknown },
        ],
      },
    );
  });

const replaced = Object.values(replacements).map((lot, index) =>
  step(
    inspectLot,
    { name: `inspection ${lot.name}`, at: on('2024-01-19', '09:00') + index * 40 * minute, by: 'gudang-3', about: [lot.id] },
    { ...ofLot(lot), good: lot.quantity, damaged: [] },
  ),
);

const seals = lotOf(accessoryLots.seal, 0);
const ink = lotOf(accessoryLots.ink, 0);
const tools = lotOf(accessoryLots['punching-tool'], 0);
const training = idAt(on('2024-01-15', '09:00'), 'draw', 'training');

/** What happens in any store: too much is taken, something is missing, a count is put right. */
const everyday: readonly Step[] = [
  step(
    correctQuantity,
    { name: 'booths counted again', at: on('2023-12-07', '10:40'), by: 'gudang-2' },
    { ...ofLot(booths), direction: 'more', quantity: overlooked, reason: 'counted-again', authority: 'BA hitung ulang (contoh) 3/2023' },
  ),
  step(
    drawFromLot,
    { name: 'ink for the training', at: on('2024-01-15', '09:00'), by: 'gudang-2', about: [ink.id] },
    { ...ofLot(ink), draw: training, quantity: 6, purpose: 'dispatch', boundFor: idAt(on('2024-01-15', '09:00'), 'run', 'training') },
  ),
  step(
    returnDraw,
    { name: 'ink back from the training', at: on('2024-01-16', '15:20'), by: 'gudang-2', about: [ink.id] },
    { ...ofLot(ink), draw: training, quantity: 6, reason: 'not-needed' },
  ),
  step(
    reportLoss,
    { name: 'punching tools missing', at: on('2024-01-17', '10:05'), by: 'gudang-2', about: [tools.id] },
    { ...ofLot(tools), quantity: 3, note: open('Satu kantong tidak ada di rak; sudah dicari dua kali.') },
  ),
  step(
    correctQuantity,
    { name: 'seals counted again', at: on('2024-01-20', '11:30'), by: 'dispatcher' },
    { ...ofLot(seals), direction: 'less', quantity: 10, reason: 'counted-again', authority: 'BA hitung ulang (contoh) 7/2024' },
  ),
];

/** What is not as its waybill says to the end: what came short, but for what was only overlooked, and what is fewer when it is counted again. */
export const notAsByWaybill = [...allLots.filter((lot) => lot.short > 0 && lot !== booths), seals].map(({ id }) => id);

/** The seals in reserve are kept apart from those that the tables take. */
const setApart: Step = step(
  splitLot,
  { name: 'seals set apart', at: on('2024-01-20', '14:10'), by: 'dispatcher' },
  { ...ofLot(seals), into: idAt(on('2024-01-20', '14:10'), 'lot', 'seals in reserve'), quantity: 450, zone: zoneId('B-2') },
);

export const supply: readonly Step[] = [...deliveries, ...sorting, ...replaced, ...everyday, setApart];
