import { Id, Moment, OrNull, Words } from '#http';
import { query, moment } from '#read-models';
import { visits } from '../../views/visits.projection.ts';

export class CardPhotoOf {
  @Id('The post') post!: string;
  @Id('The visit') visit!: string;
}

export class CardPhoto {
  @OrNull(Words('JPEG in base64; null when it was erased', { max: 131_072 })) cardPhoto!: string | null;
  @Moment('When it was taken') taken!: string;
}

/** Apart from the visit itself: whoever looks at a card asks for it, and that is recorded. */
export const cardPhoto = query(CardPhotoOf)({
  name: 'access.card-photo',
  summary: 'The photograph of the card that a guest showed; each look at it is recorded.',
  roles: ['guard', 'squad-leader', 'investigator'],
  scope: ({ post }) => ({ post }),
  from: visits,
  answers: CardPhoto,
  find: ({ post, visit }, db) =>
    db.selectFrom('visit').select(['card_photo', 'photographed']).where('visit', '=', visit).where('post', '=', post).where('card_photo', 'is not', null),
  present: ([row]) => (row && row.photographed !== null ? { cardPhoto: row.card_photo, taken: moment(row.photographed) } : undefined),
  reveals: ['cardPhoto'],
});
