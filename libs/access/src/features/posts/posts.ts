import { Id, Moment, Optional, Words } from '#http';
import { roles } from '#kernel';
import { query, moment } from '#read-models';
import { places } from '../../views/places.projection.ts';

export class Posts {
  @Optional(Words('Ten-digit code of a village, or the first digits of one: a district, a regency', { max: 10, pattern: /^\d{2,10}$/, example: '1601' }))
  area?: string;
}

export class PostFound {
  @Id('The post') post!: string;
  @Words('Ten-digit code of the village it stands in', { max: 10 }) village!: string;
  @Words('Its name') name!: string;
  @Moment('Since when it is registered') registered!: string;
}

export const posts = query(Posts)({
  name: 'access.posts',
  summary: 'Every guard post, by name.',
  roles,
  scope: () => 'anyone',
  from: places,
  answers: [PostFound],
  find: ({ area }, db) =>
    db
      .selectFrom('post')
      .select(['post', 'village', 'name', 'registered', 'name_key'])
      .$if(area !== undefined, (found) => found.where('village', 'like', `${area}%`)),
  page: { by: ['name_key', 'post'] },
  present: (rows) => rows.map(({ post, village, name, registered }): PostFound => ({ post, village, name, registered: moment(registered) })),
});
