import { useEffect, useRef, useState } from 'react';
import { whyNot, type Problem } from '../../../shared/api/problem.ts';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Chips } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import './import-file.css';
import { FileChoice } from './file-choice.tsx';
import { Preview } from './preview.tsx';
import { RejectedRows } from './rejected-rows.tsx';
import { sendFile, type ImportResult, type Progress, type Rejection } from './send-file.ts';

export type ListKind = 'stations' | 'boxes' | 'requirements';

type Phase =
  | { readonly at: 'choosing' }
  | { readonly at: 'sending'; readonly file: File; readonly dryRun: boolean; readonly progress: Progress }
  | { readonly at: 'looked' | 'imported'; readonly file: File; readonly result: ImportResult; readonly rejections: readonly Rejection[] }
  | { readonly at: 'refused'; readonly sentence: string }
  | { readonly at: 'failed'; readonly problem: Problem | 'unreachable' };

/** A list as a file: looked at first, then recorded, and what was rejected to take away. */
export function ImportFile({ kinds }: { readonly kinds: readonly ListKind[] }) {
  const { t } = useWords();
  const [kind, setKind] = useState<ListKind>(kinds[0] ?? 'requirements');
  const [phase, setPhase] = useState<Phase>({ at: 'choosing' });
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  const send = async (file: File, dryRun: boolean): Promise<void> => {
    under.current?.abort();
    const mine = new AbortController();
    under.current = mine;
    const show = (next: Phase): void => {
      if (!mine.signal.aborted) setPhase(next);
    };
    const rejections: Rejection[] = [];
    show({ at: 'sending', file, dryRun, progress: { done: 0, total: 0 } });
    try {
      const ended = await sendFile(
        { kind, file, dryRun, signal: mine.signal },
        { progress: (progress) => show({ at: 'sending', file, dryRun, progress }), rejected: (rejection) => void rejections.push(rejection) },
      );
      if ('result' in ended)
        show({ at: dryRun ? 'looked' : 'imported', file, result: ended.result, rejections: rejections.sort((one, other) => one.line - other.line) });
      else show({ at: 'refused', sentence: 'refused' in ended ? ended.refused : t('imports.cut') });
    } catch (error) {
      show({ at: 'failed', problem: whyNot(error) });
    }
  };
  const choose = (chosen: ListKind): void => {
    under.current?.abort();
    setKind(chosen);
    setPhase({ at: 'choosing' });
  };

  return (
    <div className="stack">
      {kinds.length > 1 && (
        <Chips label={t('imports.kind')} choices={kinds.map((value) => ({ value, label: t(`imports.kind.${value}`) }))} value={kind} onChoose={choose} />
      )}
      {!(phase.at === 'sending' && !phase.dryRun) && <FileChoice onFile={(file) => void send(file, true)} />}
      {phase.at === 'sending' && <Sending {...phase} />}
      {phase.at === 'refused' && (
        <p className="note alarm" role="alert">
          {phase.sentence}
        </p>
      )}
      {phase.at === 'failed' && <ProblemNote problem={phase.problem} />}
      {(phase.at === 'looked' || phase.at === 'imported') && (
        <>
          <h3>{phase.file.name}</h3>
          <Outcome {...phase} />
          {phase.at === 'looked' && phase.result.commands > 0 && (
            <Button does="acts" wide onClick={() => void send(phase.file, false)}>
              {t('imports.import')}
            </Button>
          )}
          <RejectedRows {...phase} />
          {phase.at === 'looked' && <Preview result={phase.result} />}
        </>
      )}
    </div>
  );
}

function Sending({ file, dryRun, progress }: Extract<Phase, { at: 'sending' }>) {
  const { t, language } = useWords();
  const count = (value: number): string => value.toLocaleString(language);
  const said =
    dryRun || progress.total === 0
      ? t('imports.looking', { file: file.name })
      : t('imports.importing', { done: count(progress.done), total: count(progress.total) });
  return (
    <div className="stack tight" role="status">
      <p>{said}</p>
      {dryRun || progress.total === 0 ? <progress aria-label={said} /> : <progress aria-label={said} value={progress.done} max={progress.total} />}
    </div>
  );
}

function Outcome({ at, result }: Extract<Phase, { at: 'looked' | 'imported' }>) {
  const { t, language } = useWords();
  const { rows, commands, recorded, unchanged, rejectedRows } = result;
  const count = (value: number): string => value.toLocaleString(language);
  const rejected = count(rejectedRows);
  return (
    <p className={`note ${rejectedRows > 0 ? 'warn' : 'ok'}`} role="status">
      {at === 'looked'
        ? t('imports.could', { rows: count(rows), commands: count(commands), rejected })
        : t('imports.done', { recorded: count(recorded), unchanged: count(unchanged), rejected })}
    </p>
  );
}
