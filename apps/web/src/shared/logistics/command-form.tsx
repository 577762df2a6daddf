import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import type { Recording } from '../ui/use-recording.ts';

interface FormProps {
  /** What the button says. */
  readonly act: string;
  /** Sends it; undefined while something is still missing. */
  readonly send: (() => Promise<unknown>) | undefined;
  readonly recording: Pick<Recording, 'busy' | 'problem'>;
  readonly children: ReactNode;
}

/** Fields, what was refused, and the one button that records them. */
export function CommandForm({ act, send, recording: { busy, problem }, children }: FormProps) {
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send?.();
      }}
    >
      {children}
      {problem && <ProblemNote problem={problem} />}
      <Button type="submit" does="acts" wide disabled={busy || send === undefined}>
        {act}
      </Button>
    </form>
  );
}
