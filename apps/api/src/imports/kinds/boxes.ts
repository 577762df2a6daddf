import { planBox } from '#logistics';
import { itemIn } from '../columns.ts';
import { RowRefused } from '../faults.ts';
import type { ImportKind, Values } from './kind.ts';
import { needed, stationColumns, stationIn, wholeIn } from './station-code.ts';

/** What the box of a station is to hold for an election: a row a box. */
export const boxes: ImportKind = {
  records: planBox,
  columns: { ...stationColumns, contest: ['pemilihan', 'jenis_pemilihan', 'jenis_kotak', 'election', 'box_kind'] },
  needed: [['station', 'village_code'], ['station', 'number'], ['contest']],
  withItems: true,
  unchanged: 'logistics.box-plan-unchanged',
  wishesOf: (values) => {
    const station = stationIn(values);
    const contest = needed(values, 'contest').toLowerCase();
    const contents = contentsIn(values);
    const [first] = contents;
    if (!first) throw new RowRefused('contest', 'no-contents');
    const fromItems = contents.flatMap(({ column }, index) => [[`contents.${index}`, column] as const]);
    return [
      {
        slice: planBox,
        fields: { station, contest, contents: contents.map(({ item, quantity }) => ({ item, quantity })) },
        about: `${station}, ${contest}`,
        from: { station: 'station', contest: 'contest', ...Object.fromEntries(fromItems), contents: first.column },
      },
    ];
  },
};

interface Content {
  readonly item: string;
  readonly quantity: number;
  readonly column: string;
}

/** What is empty, or 0, is not planned. @throws RowRefused */
function contentsIn(values: Values): readonly Content[] {
  return [...values].flatMap(([column, value]) => {
    const item = itemIn(column);
    const quantity = item === undefined ? 0 : wholeIn(value, column);
    return item === undefined || quantity === 0 ? [] : [{ item, quantity, column }];
  });
}
