import { describeHistory } from '#testing';
import { contradiction } from './contradiction.ts';
import { door } from './door.ts';
import { muster } from './muster.ts';
import { paperPage } from './paper-page.ts';
import { person } from './person.ts';
import { post } from './post.ts';
import { shift } from './shift.ts';
import { visit } from './visit.ts';
import { watchlistEntry } from './watchlist.ts';

describeHistory({
  context: 'access',
  folder: new URL('history/', import.meta.url),
  streams: [post, door, shift, visit, muster, watchlistEntry, paperPage, person, contradiction],
  personal: { fields: /^(name|identityNumber|organisation|purpose|host|vehicle|items|notes?|explanation)$/, butNotIn: ['access.post-registered.v1'] },
});
