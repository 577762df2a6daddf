import { useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';
import { CardCamera } from './card-camera.tsx';

interface FormProps {
  readonly of: { readonly visit: string; readonly post: string; readonly guest: string };
  readonly name: string;
  readonly onDone: () => void;
}

/** The card of a guest who has reported already. */
export function PhotographForm({ of, name, onDone }: FormProps) {
  const { t } = useWords();
  const [photo, setPhoto] = useState<string>();
  const { tell, busy, problem } = useRecording();
  const keep = async (cardPhoto: string): Promise<void> => {
    const { kind } = await tell('access.photograph-card', { ...of, cardPhoto: { value: cardPhoto } }, t('card-photo.said', { name }));
    if (kind !== 'refused') onDone();
  };
  return (
    <div className="stack">
      <CardCamera photo={photo} onPhoto={setPhoto} />
      {problem && <ProblemNote problem={problem} />}
      <Button does="acts" wide disabled={busy || photo === undefined} onClick={() => photo !== undefined && void keep(photo)}>
        {t('card-photo.keep')}
      </Button>
    </div>
  );
}
