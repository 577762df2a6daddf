import { InsideList } from '../../features/access/who-is-inside/inside-list.tsx';

/** Pos jaga. */
export function PostPage({ post }: { readonly post: string }) {
  return <InsideList post={post} />;
}
