import { v7 as uuidv7 } from 'uuid';
import { Link, useLocation } from 'wouter';
import { HoldButton } from '../../features/access/declare-muster/hold-button.tsx';
import { OpenDoubts } from '../../features/access/standing-contradictions/open-doubts.tsx';
import { InsideList } from '../../features/access/who-is-inside/inside-list.tsx';
import { WaitingGuests } from '../../features/access/visits/waiting-guests.tsx';
import { EntriesToDecide } from '../../features/identity/entry-counts/to-decide.tsx';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { ProblemNote } from '../../shared/ui/problem-note.tsx';
import { Moment } from '../../shared/ui/times.tsx';
import { useRecording } from '../../shared/ui/use-recording.ts';

/** Pos jaga: two large tiles, who is inside, and one gesture for fire. */
export function PostPage({ post }: { readonly post: string }) {
  const { t } = useWords();
  const me = useMe();
  const shifts = useAnswer('access.shifts', { post, limit: 1 });
  const nobodyWatches = shifts.answer !== undefined && !shifts.answer.value.items.some(({ running }) => running);
  return (
    <>
      {nobodyWatches && (
        <Link href="/shift" className="note warn">
          <strong>{t('shift.nobody')}</strong>
          <span className="block">{t('shift.start-first')}</span>
        </Link>
      )}
      <OpenMuster post={post} />
      {holds(me, 'squad-leader') && (
        <EntriesToDecide post={post}>
          {(sentence) => (
            <Link href="/squad/marked" className="note alarm">
              <strong>{sentence}</strong>
            </Link>
          )}
        </EntriesToDecide>
      )}
      {holds(me, 'squad-leader') && (
        <OpenDoubts post={post}>
          {(sentence) => (
            <Link href="/squad/doubts" className="note alarm">
              <strong>{sentence}</strong>
            </Link>
          )}
        </OpenDoubts>
      )}
      <div className="tiles">
        <Link href="/in" className="tile acts">
          {t('nav.in')}
          <small>{t('nav.in.what')}</small>
        </Link>
        <Link href="/out" className="tile">
          {t('nav.out')}
          <small>{t('nav.out.what')}</small>
        </Link>
      </div>
      <WaitingGuests post={post} />
      <InsideList post={post} />
      <Fire post={post} />
    </>
  );
}

function Fire({ post }: { readonly post: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const { tell, busy, problem } = useRecording();
  const declare = async (): Promise<void> => {
    const muster = uuidv7();
    const sent = tell('access.declare-muster', { muster, post, reason: 'fire' }, t('muster.declared'));
    // The list is on the phone already: it does not wait for the server.
    go(`/muster/${muster}`);
    await sent;
  };
  return (
    <div className="thumb stack tight">
      {problem && <ProblemNote problem={problem} />}
      <HoldButton busy={busy} onHeld={() => void declare()} />
    </div>
  );
}

function OpenMuster({ post }: { readonly post: string }) {
  const { t } = useWords();
  const { answer } = useAnswer('access.musters', { post, limit: 1 });
  const open = answer?.value.items.find(({ closed }) => closed === null);
  if (!open) return null;
  return (
    <Link href={`/muster/${open.muster}`} className={`note ${open.missing === 0 ? 'warn' : 'alarm'}`}>
      <strong>{t('muster.open')}</strong>{' '}
      <span className="block">
        {t(`muster.${open.reason}`)} · <Moment when={open.declared} /> ·{' '}
        {open.missing === 0 ? t('muster.all-found') : t('muster.missing', { missing: open.missing })}
      </span>
    </Link>
  );
}
