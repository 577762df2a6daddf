import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

/** The watch ends and nobody takes over; refused while guests are inside. */
export function EndShiftButton({ post, shift, onDone }: { readonly post: string; readonly shift: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const { tell, busy, problem } = useRecording();
  const end = async (): Promise<void> => {
    const { kind } = await tell('access.end-shift', { shift, post }, t('shift.ended'));
    if (kind !== 'refused') onDone();
  };
  return (
    <div className="stack tight">
      {problem && <ProblemNote problem={problem} />}
      <Button wide disabled={busy} onClick={() => void end()}>
        {t('shift.end')}
      </Button>
    </div>
  );
}
