import { paperRoutes, sayMoment, type PaperText, type Writing } from '#paper';
import { type BoxReceived, type RunReceipt, runReceipt } from '../features/run-receipt/run-receipt.ts';
import { OfRun } from '../features/of-run.ts';
import { numberOf, shortOf } from './numbers.ts';
import { accountsOf, lastKnown, signaturesOf } from './signatures.ts';
import { asFound, runPath, sealsOfTruck } from './waybill.paper.ts';
import { called, known, wordsIn, type Say } from './words.ts';

export function writeRunReceipt(receipt: RunReceipt, writing: Writing): PaperText {
  const t = wordsIn(writing.language);
  const { lines, notReceived } = receipt;
  const seals = (numbers: readonly string[]): string => (numbers.length === 0 ? t('no-seals') : numbers.join(' '));
  return {
    title: t('run-receipt'),
    number: numberOf('BTTB', receipt.destination, receipt.dispatch),
    known: lastKnown(receipt.signatures, ...lines.map(({ at }) => at)),
    opening: [],
    facts: [
      { label: t('run'), value: receipt.dispatch },
      { label: t('destination'), value: writing.placeOf(receipt.destination) },
      { label: t('vehicle'), value: asFound(receipt.foundVehicle, receipt.vehicle, t) },
      { label: t('driver'), value: asFound(receipt.foundDriverName, receipt.driverName, t) },
      { label: t('truck-seals'), value: sealsOfTruck(receipt.truckSeals, t) },
      { label: t('boxes'), value: String(lines.length) },
    ],
    tables: [
      {
        title: t('received-lines'),
        columns: [
          { head: t('number'), side: 'right' },
          { head: t('station'), side: 'left' },
          { head: t('contest'), side: 'left' },
          { head: t('code'), side: 'left' },
          { head: t('seals-found'), side: 'left' },
          { head: t('received'), side: 'left' },
        ],
        rows: lines.map((line, index) => ({
          cells: [
            String(index + 1),
            line.station,
            called('contest', line.contest, t),
            shortOf(line.box),
            seals(line.seals),
            `${sayMoment(line.at, writing.language)} ${line.village === null ? known(null) : writing.placeOf(line.village)}`,
          ],
        })),
      },
      ...(notReceived.length === 0 ? [] : [notReceivedOf(receipt, t)]),
    ],
    remarks: remarksOf(lines, seals, t),
    signatures: signaturesOf(receipt.signatures, null, writing),
    pens: [t('pen.sender'), t('driver'), t('pen.receiver')],
  };
}

function remarksOf(lines: readonly BoxReceived[], seals: (numbers: readonly string[]) => string, t: Say): string[] {
  const mismatches = lines.filter(({ sealed }) => sealed.length > 0);
  if (lines.length > 0 && mismatches.length === 0) return [t('no-mismatch')];
  return mismatches.map(({ box, station, sealed, seals: found }) =>
    t('seal-mismatch', { code: shortOf(box), station, sealed: seals(sealed), found: seals(found) }),
  );
}

const notReceivedOf = ({ notReceived }: RunReceipt, t: Say): PaperText['tables'][number] => ({
  title: t('not-received'),
  columns: [
    { head: t('station'), side: 'left' },
    { head: t('code'), side: 'left' },
  ],
  rows: notReceived.map(({ box, station }) => ({ cells: [known(station), shortOf(box)] })),
});

export const runReceiptPaper = paperRoutes(OfRun)({
  name: 'logistics.run-receipt',
  summary: 'The receipt for the boxes of a run (BTTB), with their seals as they were found.',
  asks: { receipt: runReceipt },
  path: runPath,
  accounts: ({ receipt }) => accountsOf(receipt.signatures),
  areas: ({ receipt: { destination, lines, signatures } }) => [destination, ...[...lines, ...signatures].flatMap(({ village }) => village ?? [])],
  write: ({ receipt }, writing) => writeRunReceipt(receipt, writing),
});
