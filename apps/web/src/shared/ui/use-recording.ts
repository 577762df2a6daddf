import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CommandBody, CommandName } from '../api/names.ts';
import type { Problem } from '../api/problem.ts';
import { record, type Recorded, type RecordOptions } from '../offline/index.ts';
import { announce } from './notices.ts';

export interface Recording {
  readonly busy: boolean;
  /** Why the last command was refused. */
  readonly problem: Problem | undefined;
  /** Records, says on the screen what became of it, and has asked anew what it changed. `said`: in the person's words. */
  readonly tell: <N extends CommandName>(command: N, body: CommandBody<N>, said: string, options?: RecordOptions) => Promise<Recorded>;
  readonly forget: () => void;
}

/** For screens on which something is recorded. */
export function useRecording(): Recording {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  return {
    busy,
    problem,
    forget: () => setProblem(undefined),
    tell: async (command, body, said, options) => {
      setBusy(true);
      setProblem(undefined);
      try {
        const recorded = await record(command, body, options);
        if (recorded.kind === 'refused') setProblem(recorded.problem);
        else announce({ said, state: recorded.kind, contradicts: recorded.kind === 'recorded' ? recorded.receipt.contradicts : [] });
        // Busy until then: a second tap while the screen still shows what was before would record the same once more.
        await queries.invalidateQueries({ queryKey: [command.split('.', 1)[0]] });
        return recorded;
      } finally {
        setBusy(false);
      }
    },
  };
}
