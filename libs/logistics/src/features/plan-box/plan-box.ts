import { Many, Words } from '#http';
import { command, type Details } from '#kernel';
import { areSameContents, boxIdOf, boxPlan, boxPlanned, boxPlannedAt, type ContentPlanned } from '../../domain/box-plan.ts';
import { Item, Quantity } from '../fields.ts';
import { stationCode } from '../of-box.ts';

export class ContentToPlan implements ContentPlanned {
  @Item('Of what') item!: string;
  @Quantity('How much the box is to hold') quantity!: number;
}

export class PlanBox {
  @Words('The polling station it is for', { pattern: stationCode, example: '1601141011-007' }) station!: string;
  @Item('Which election it is for', 'president') contest!: string;
  @Many(ContentToPlan, { min: 1, max: 50, description: 'What it is to hold' }) contents!: ContentToPlan[];
}

/** By item, so that a list says the same in whatever order its columns stand. */
const contentsIn = ({ contents }: PlanBox): readonly ContentPlanned[] =>
  contents.map(({ item, quantity }) => ({ item, quantity })).sort((one, other) => (one.item < other.item ? -1 : 1));

function itemTwice({ contents }: PlanBox): Details | false {
  const items = contents.map(({ item }) => item);
  const twice = items.find((item, index) => items.indexOf(item) !== index);
  return twice !== undefined && { item: twice };
}

export const planBox = command(PlanBox)({
  name: 'logistics.plan-box',
  summary: 'What the box of a station is to hold for an election; what is planned next takes its place.',
  records: 'order',
  roles: ['dispatcher', 'admin'],
  scope: ({ station }) => ({ station }),
  writes: { plan: (c) => boxPlan.at(boxIdOf(c.station, c.contest)) },

  objections: {
    'logistics.item-planned-twice': itemTwice,
    'logistics.box-plan-unchanged': (c, { plan }, { effectiveAt }) => {
      const planned = boxPlannedAt(plan, effectiveAt);
      return planned !== undefined && areSameContents(planned.contents, contentsIn(c));
    },
  },

  record: (c) => [boxPlanned({ station: c.station, contest: c.contest, contents: contentsIn(c) })],
});
