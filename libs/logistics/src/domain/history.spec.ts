import { describeHistory } from '#testing';
import { warehouse } from './warehouse.ts';

describeHistory({
  context: 'logistics',
  folder: new URL('history/', import.meta.url),
  streams: [warehouse],
  personal: { fields: /Name$|^notes?$/, butNotIn: [] },
});
