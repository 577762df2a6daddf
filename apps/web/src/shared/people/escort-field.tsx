import { useState } from 'react';
import { useWords } from '../language/language.ts';
import { useAnswer } from '../offline/index.ts';
import { SelectField } from '../ui/field.tsx';
import { Empty } from '../ui/pages.tsx';
import { GuardsField } from './guards-field.tsx';

interface EscortProps {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Who goes along: guards of one post after the other. */
export function EscortField({ chosen, onChoose }: EscortProps) {
  const { t } = useWords();
  const posts = useAnswer('access.posts', { limit: 500 }).answer?.value.items ?? [];
  const [named, setNamed] = useState<string>();
  const post = named ?? posts[0]?.post;
  if (post === undefined) return <Empty>{t('rewind.no-post')}</Empty>;
  return (
    <>
      <SelectField label={t('plan.escort-of')} choices={posts.map((each) => ({ value: each.post, label: each.name }))} value={post} onChoose={setNamed} />
      <GuardsField post={post} label={t('run.escort')} chosen={chosen} onChoose={onChoose} />
    </>
  );
}
