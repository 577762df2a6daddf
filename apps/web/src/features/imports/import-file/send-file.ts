import { problemIn, Refused, Unreachable, type Problem } from '../../../shared/api/problem.ts';
import { sendBytes } from '../../../shared/api/send-bytes.ts';

export interface Rejection {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

export interface ImportResult {
  readonly columns: readonly { readonly header: string; readonly is: 'known' | 'ignored' | 'unknown'; readonly column?: string }[];
  readonly sample: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly rows: number;
  readonly commands: number;
  readonly recorded: number;
  readonly unchanged: number;
  readonly rejectedRows: number;
  /** In base64, of the kind that was sent. */
  readonly rejectedFile?: string;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

type Line =
  | { readonly progress: Progress }
  | { readonly rejected: Rejection }
  | { readonly result: ImportResult }
  | { readonly refused: string }
  | { readonly problem: Problem };

/** How it ended: a result; a sentence why the file cannot be read; or the answer was cut off. */
export type Ended = { readonly result: ImportResult } | { readonly refused: string } | { readonly cut: true };

/**
 * Sends a file and hears, line by line, what becomes of it.
 * @throws Refused, Unreachable
 */
export async function sendFile(
  { kind, file, dryRun, signal }: { readonly kind: string; readonly file: File; readonly dryRun: boolean; readonly signal: AbortSignal },
  hear: { readonly progress: (progress: Progress) => void; readonly rejected: (rejection: Rejection) => void },
): Promise<Ended> {
  const response = await sendBytes(`/api/imports/${kind}?dryRun=${String(dryRun)}`, file, signal);
  if (!response.ok || !response.body) throw new Refused(problemIn(response.status, await response.json().catch(() => undefined)));
  try {
    for await (const line of linesOf(response.body)) {
      if ('progress' in line) hear.progress(line.progress);
      else if ('rejected' in line) hear.rejected(line.rejected);
      else if ('problem' in line) throw new Refused(line.problem);
      else return line;
    }
  } catch (error) {
    if (error instanceof Refused || signal.aborted) throw error;
    if (dryRun) throw new Unreachable(undefined, { cause: error });
  }
  return { cut: true };
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = body.pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}
