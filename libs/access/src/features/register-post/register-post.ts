import { command } from '#kernel';
import { Id, Words } from '#http';
import { post, postRegistered } from '../../domain/post.ts';
import { postNameTaken } from '../../views/looks.ts';

export class RegisterPost {
  @Id('The post; the client names it') post!: string;
  @Words('Code of the village it stands in', { min: 10, max: 10, pattern: /^\d{10}$/, example: '1601141011' }) village!: string;
  @Words('What the post is called', { max: 60, example: 'Pos 1 Gudang Kemelak' }) name!: string;
}

export const registerPost = command(RegisterPost)({
  name: 'access.register-post',
  summary: 'A guard post is set up in a village.',
  records: 'order',
  roles: ['admin'],
  scope: ({ village }) => ({ area: village }),
  writes: { post: (c) => post.at(c.post) },
  looks: { taken: (c) => postNameTaken({ name: c.name, except: c.post }) },

  objections: {
    'access.post-already-registered': (_, { post }) => post.status === 'registered' && { name: post.name },
    'access.post-name-taken': ({ name }, { taken }) => taken && { name },
  },

  record: ({ village, name }) => [postRegistered({ village, name })],
});
