import type { CommandBody } from '../../../shared/api/names.ts';
import { ExplanationForm } from '../../../shared/contradictions/explanation-form.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { useRecording } from '../../../shared/ui/use-recording.ts';

interface FormProps {
  readonly of: Omit<CommandBody<'access.explain-contradiction'>, 'explanation'>;
  readonly onDone: () => void;
}

/** How a contradiction of visits came about. */
export function ExplainAtPost({ of, onDone }: FormProps) {
  const { t } = useWords();
  const recording = useRecording();
  return (
    <ExplanationForm
      recording={recording}
      record={async (explanation) => {
        const { kind } = await recording.tell('access.explain-contradiction', { ...of, explanation }, t('doubt.explained-said'));
        if (kind !== 'refused') onDone();
      }}
    />
  );
}
