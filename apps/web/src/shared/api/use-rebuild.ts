import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from './http.ts';
import { whyNot, type Problem } from './problem.ts';

export interface Rebuilding {
  /** Why it was not begun, the last time. */
  readonly problem: Problem | 'unreachable' | undefined;
  /** Has the views of a context made anew, or of every context that has parked events. */
  readonly rebuild: (context?: string) => Promise<void>;
}

export function useRebuild(): Rebuilding {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem | 'unreachable'>();
  const rebuild = async (context?: string): Promise<void> => {
    setProblem(undefined);
    try {
      await request('/api/administration/rebuild-views', { method: 'POST', body: context === undefined ? {} : { context } });
      await queries.invalidateQueries({ queryKey: ['administration'] });
    } catch (error) {
      setProblem(whyNot(error));
    }
  };
  return { problem, rebuild };
}
