import { describeHistory } from '#testing';
import { station } from './station.ts';

describeHistory({
  context: 'deployment',
  folder: new URL('history/', import.meta.url),
  streams: [station],
  // Stations are named after places; nobody's name is recorded here.
  personal: { fields: /^(note|person|.*[pP]ersonName)$/, butNotIn: [] },
});
