import { folded } from '#testing';
import { post, postRegistered } from './post.ts';

const registered = postRegistered({ village: '1601141011', name: 'Pos 1 Gudang Kemelak' });

describe('a post', () => {
  it('is what it was first registered as', () =>
    expect(folded(post, [registered, postRegistered({ village: '1601141012', name: 'Pos 2' })])).toEqual({
      status: 'registered',
      village: '1601141011',
      name: 'Pos 1 Gudang Kemelak',
    }));

  it('belongs to the area of its village', () => {
    expect(post.scope?.(post.initial)).toBeUndefined();
    expect(post.scope?.(folded(post, [registered]))).toEqual({ area: '1601141011' });
  });
});
