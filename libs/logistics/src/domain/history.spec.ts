import { describeHistory } from '#testing';
import { lot } from './lot.ts';
import { warehouse } from './warehouse.ts';

describeHistory({
  context: 'logistics',
  folder: new URL('history/', import.meta.url),
  streams: [warehouse, lot],
  personal: { fields: /Name$|^(vehicle|note)$/, butNotIn: [] },
});
