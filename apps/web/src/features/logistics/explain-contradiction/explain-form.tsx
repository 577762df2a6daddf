import { ExplanationForm } from '../../../shared/contradictions/explanation-form.tsx';
import { useWords } from '../../../shared/language/language.ts';
import type { Explained } from '../../../shared/logistics/contradictions.ts';
import { useRecording } from '../../../shared/ui/use-recording.ts';

interface FormProps {
  readonly of: Omit<Explained, 'explanation'>;
  readonly onDone: () => void;
}

/** How a contradiction of boxes, runs or lots came about. */
export function ExplainForm({ of, onDone }: FormProps) {
  const { t } = useWords();
  const recording = useRecording();
  return (
    <ExplanationForm
      recording={recording}
      record={async (explanation) => {
        const { kind } = await recording.tell('logistics.explain-contradiction', { ...of, explanation }, t('doubt.explained-said'));
        if (kind !== 'refused') onDone();
      }}
    />
  );
}
