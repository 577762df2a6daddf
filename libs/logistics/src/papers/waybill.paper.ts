import { type PaperFact, paperRoutes, sayMoment, type PaperText, type Writing } from '#paper';
import { type Waybill, waybill } from '../features/waybill/waybill.ts';
import { OfRun } from '../features/of-run.ts';
import { numberOf, shortOf } from './numbers.ts';
import { accountsOf, lastKnown, signaturesOf } from './signatures.ts';
import { called, known, wordsIn, type Say } from './words.ts';

export const runPath = ({ dispatch, destination }: OfRun): string => `/gudang/run/${destination}/${dispatch}`;

/** Where it starts: the name of the warehouse and its village. */
export const startOf = ({ warehouseName, village, warehouse }: Waybill, t: Say, { placeOf }: Pick<Writing, 'placeOf'>): string =>
  warehouseName === null || village === null ? known(warehouse) : t('in-village', { name: warehouseName, village: placeOf(village) });

/** Whose names stand on what is printed of a run. */
export const accountsOfRun = ({ signatures, escort, foundEscort }: Waybill): readonly string[] => [
  ...accountsOf(signatures),
  ...escort,
  ...(foundEscort ?? []),
];

/** Which areas stand on it: where it starts, goes to and passes boxes to, and where it was signed. */
export const areasOfRun = ({ destination, village, load, signatures }: Waybill): readonly string[] =>
  [destination, village, ...load.map((each) => each.village), ...signatures.map((each) => each.village)].filter((each) => each !== null);

/** What is the same on every document of a run. */
export function factsOfRun(run: Waybill, writing: Writing): PaperFact[] {
  const { language, nameOf, placeOf } = writing;
  const t = wordsIn(language);
  const guards = (accounts: readonly string[]): string =>
    known(accounts.map((account) => nameOf(account)?.name ?? nameOf(account)?.login ?? account).join(', '));
  const moment = (at: string | null): string => (at === null ? known(null) : sayMoment(at, language));
  return [
    { label: t('run'), value: run.dispatch },
    { label: t('from'), value: startOf(run, t, writing) },
    { label: t('destination'), value: placeOf(run.destination) },
    { label: t('vehicle'), value: asFound(run.foundVehicle, run.vehicle, t) },
    { label: t('driver'), value: asFound(run.foundDriverName, run.driverName, t) },
    { label: t('escort'), value: escortOf(run, guards, t) },
    { label: t('departed'), value: run.departed === null ? t('not-departed') : moment(run.departed) },
    ...(run.departed === null ? [] : [{ label: t('truck-seals'), value: sealsOfTruck(run.truckSeals, t) }]),
    { label: t('due'), value: moment(run.due) },
  ];
}

/** Who went along: with accounts, and besides; as planned where nothing else was found. */
function escortOf({ escort, foundEscort, foundEscortOthers }: Waybill, guards: (accounts: readonly string[]) => string, t: Say): string {
  const besides = foundEscortOthers === null ? [] : [foundEscortOthers];
  const went = [...((foundEscort ?? escort).length > 0 ? [guards(foundEscort ?? escort)] : []), ...besides].join(', ');
  return asFound(foundEscort === null && foundEscortOthers === null ? null : went === '' ? t('nobody') : went, guards(escort), t);
}

/** As it left and, where that is something else, as it was planned. */
export const asFound = (found: string | null, planned: string | null, t: Say): string =>
  found === null ? known(planned) : t('unlike-planned', { found, planned: known(planned) });

export const sealsOfTruck = (seals: readonly string[] | null, t: Say): string => (seals?.length === 0 ? t('no-seals') : known(seals?.join(' ') ?? null));

export function writeWaybill(run: Waybill, writing: Writing): PaperText {
  const t = wordsIn(writing.language);
  const boxes = run.load.reduce((sum, each) => sum + each.boxes, 0);
  return {
    title: t('waybill'),
    number: numberOf('SJ', run.destination, run.dispatch),
    known: lastKnown(run.signatures, run.planned),
    opening: [],
    facts: [...factsOfRun(run, writing), { label: t('boxes'), value: t('boxes-of-plan', { boxes, planned: run.plannedBoxes }) }],
    tables: [
      {
        title: t(run.departed === null ? 'load-planned' : 'load'),
        columns: [
          { head: t('village'), side: 'left' },
          { head: t('contest'), side: 'left' },
          { head: t('boxes'), side: 'right' },
        ],
        rows: run.load.map(({ village, contest, boxes: count }) => ({
          cells: [village === null ? known(null) : writing.placeOf(village), called('contest', contest, t), String(count)],
        })),
      },
      ...(run.missing.length === 0 ? [] : [missingOf(run, t)]),
    ],
    remarks: [],
    signatures: signaturesOf(run.signatures, run.warehouseName, writing),
    pens: [t('pen.sender'), t('driver'), t('escort'), t('pen.receiver')],
  };
}

const missingOf = ({ missing }: Waybill, t: Say): PaperText['tables'][number] => ({
  title: t('missing'),
  columns: [
    { head: t('station'), side: 'left' },
    { head: t('code'), side: 'left' },
  ],
  rows: missing.map(({ box, station }) => ({ cells: [known(station), shortOf(box)] })),
});

export const waybillPaper = paperRoutes(OfRun)({
  name: 'logistics.waybill',
  summary: 'The waybill of a run (surat jalan).',
  asks: { run: waybill },
  path: runPath,
  accounts: ({ run }) => accountsOfRun(run),
  areas: ({ run }) => areasOfRun(run),
  write: ({ run }, writing) => writeWaybill(run, writing),
});
