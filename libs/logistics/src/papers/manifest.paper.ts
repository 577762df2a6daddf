import { paperRoutes, type PaperText, type Writing } from '#paper';
import { type Manifest, manifest, type ManifestLine } from '../features/manifest/manifest.ts';
import { type Waybill, waybill } from '../features/waybill/waybill.ts';
import { OfRun } from '../features/of-run.ts';
import { numberOf, shortOf } from './numbers.ts';
import { lastKnown, signaturesOf } from './signatures.ts';
import { accountsOfRun, areasOfRun, factsOfRun, runPath } from './waybill.paper.ts';
import { called, known, wordsIn, type Say } from './words.ts';

export function writeManifest(run: Waybill, { lines, status }: Manifest, writing: Writing): PaperText {
  const t = wordsIn(writing.language);
  return {
    title: t('manifest'),
    number: numberOf('DM', run.destination, run.dispatch),
    known: lastKnown(run.signatures, run.planned, ...lines.map(({ loaded }) => loaded)),
    opening: [],
    facts: [
      ...factsOfRun(run, writing),
      { label: t('status'), value: t(`status.${status}`) },
      { label: t('boxes'), value: t('boxes-of-plan', { boxes: lines.filter(({ loaded }) => loaded !== null).length, planned: run.plannedBoxes }) },
    ],
    tables: [
      {
        title: t('lines'),
        columns: [
          { head: t('number'), side: 'right' },
          { head: t('station'), side: 'left' },
          { head: t('contest'), side: 'left' },
          { head: t('code'), side: 'left' },
          { head: t('seals'), side: 'left' },
          { head: t('status'), side: 'left' },
        ],
        rows: lines.map((line, index) => ({
          cells: [String(index + 1), known(line.station), called('contest', line.contest, t), shortOf(line.box), known(line.seals.join(' ')), stateOf(line, t)],
        })),
      },
    ],
    remarks: [],
    signatures: signaturesOf(run.signatures, run.warehouseName, writing),
    pens: [t('pen.sender'), t('driver'), t('pen.receiver')],
  };
}

function stateOf({ state, planned }: ManifestLine, t: Say): string {
  const said = t(`line.${state}`);
  return planned ? said : t('line.unplanned', { state: said });
}

export const manifestPaper = paperRoutes(OfRun)({
  name: 'logistics.manifest',
  summary: 'The manifest of a run: each box with its seals.',
  asks: { run: waybill, list: manifest },
  path: runPath,
  accounts: ({ run }) => accountsOfRun(run),
  areas: ({ run }) => areasOfRun(run),
  write: ({ run, list }, writing) => writeManifest(run, list, writing),
});
