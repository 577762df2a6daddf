import { useLocation } from 'wouter';
import { EndShiftButton } from '../../features/access/end-shift/end-shift-button.tsx';
import { HandOverForm } from '../../features/access/hand-over-shift/hand-over-form.tsx';
import { StartShiftForm } from '../../features/access/start-shift/start-shift-form.tsx';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { Shown } from '../../shared/ui/answered.tsx';

/** Taking up the watch, or handing it over. */
export function ShiftPage({ post }: { readonly post: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const shifts = useAnswer('access.shifts', { post, limit: 1 });
  const done = (): void => go('/');
  return (
    <Shown of={shifts}>
      {({ items }) => {
        const running = items.find((shift) => shift.running);
        if (!running) {
          return (
            <>
              <h2>{t('shift.start')}</h2>
              <StartShiftForm post={post} onDone={done} />
            </>
          );
        }
        return (
          <>
            <h2>{t('hand-over.title')}</h2>
            <HandOverForm post={post} shift={running.shift} onDone={done} />
            <EndShiftButton post={post} shift={running.shift} onDone={done} />
          </>
        );
      }}
    </Shown>
  );
}
