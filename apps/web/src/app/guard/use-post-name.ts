import { useAnswer } from '../../shared/offline/index.ts';

export function usePostName(post: string): string | undefined {
  const { answer } = useAnswer('access.posts', { limit: 500 });
  return answer?.value.items.find((each) => each.post === post)?.name;
}
