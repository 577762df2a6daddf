import { useAnswer } from '../offline/index.ts';

/** What the accounts at a post are called; undefined for those who are not there any more. */
export function useNames(post: string): (account: string) => string | undefined {
  const people = useAnswer('identity.on-duty', { post, limit: 500 });
  const items = people.answer?.value.items ?? [];
  return (account) => {
    const found = items.find((each) => each.account === account);
    return found?.name ?? found?.login;
  };
}
