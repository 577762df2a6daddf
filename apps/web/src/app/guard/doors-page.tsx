import { DoorList } from '../../features/access/doors/door-list.tsx';
import { LockButton } from '../../features/access/lock-door/lock-button.tsx';
import { useWords } from '../../shared/language/language.ts';

export function DoorsPage({ post }: { readonly post: string }) {
  const { t } = useWords();
  return (
    <>
      <h2>{t('nav.doors')}</h2>
      <DoorList post={post} actions={({ door, code, locked }) => <LockButton post={post} door={door} code={code} locked={locked} />} />
    </>
  );
}
