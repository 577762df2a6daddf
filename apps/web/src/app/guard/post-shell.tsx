import { ArrowLeftRight, ClipboardList, DoorClosed, House, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNames } from '../../shared/entries/use-names.ts';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { useNow } from '../../shared/time/use-now.ts';
import { shortMoment } from '../../shared/time/say.ts';
import { Shell } from '../shell/shell.tsx';
import { usePostName } from './use-post-name.ts';

/** The frame of every screen at a post: which one it is, and who keeps watch. */
export function PostShell({ post, children }: { readonly post: string; readonly children: ReactNode }) {
  const { t } = useWords();
  const me = useMe();
  const name = usePostName(post);
  const at = (path: string): string => `~/post/${post}${path}`;
  const leads = holds(me, 'squad-leader');
  return (
    <Shell
      title={name ?? t('post.title')}
      beneath={<OnWatch post={post} />}
      links={[
        { to: at(''), label: t('nav.post'), icon: House },
        { to: at('/sheet'), label: t('nav.sheet'), icon: ClipboardList },
        { to: at('/doors'), label: t('nav.doors'), icon: DoorClosed },
        { to: at('/shift'), label: t('nav.shift'), icon: ArrowLeftRight },
        ...(leads ? [{ to: at('/squad'), label: t('nav.squad'), icon: Users }] : []),
      ]}
    >
      {children}
    </Shell>
  );
}

function OnWatch({ post }: { readonly post: string }) {
  const { t, language } = useWords();
  const now = useNow(60_000);
  const nameOf = useNames(post);
  const { answer } = useAnswer('access.shifts', { post, limit: 1 });
  const running = answer?.value.items.find((shift) => shift.running);
  if (!answer) return null;
  if (!running) return t('shift.nobody');
  const names = running.guards.map((guard) => nameOf(guard)?.split(' ')[0]).filter(Boolean);
  return [t('shift.since', { time: shortMoment(running.started, now, language) }), names.join(', ')].filter(Boolean).join(' · ');
}
