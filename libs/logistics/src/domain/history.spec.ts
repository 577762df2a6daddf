import { describeHistory } from '#testing';
import { boxContradiction } from './box-contradiction.ts';
import { boxPlan } from './box-plan.ts';
import { box } from './box.ts';
import { destruction } from './destruction.ts';
import { dispatch } from './dispatch.ts';
import { lot } from './lot.ts';
import { warehouse } from './warehouse.ts';

describeHistory({
  context: 'logistics',
  folder: new URL('history/', import.meta.url),
  streams: [warehouse, lot, boxPlan, box, dispatch, destruction, boxContradiction],
  personal: { fields: /Name$|^(vehicle|note|circumstances|lastSeen|explanation|zonePhoto|escortOthers)$/, butNotIn: [] },
});
