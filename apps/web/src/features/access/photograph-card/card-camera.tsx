import { Camera } from 'lucide-react';
import { useId, useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { asJpeg } from './as-jpeg.ts';

interface CameraProps {
  /** JPEG in base64. */
  readonly photo: string | undefined;
  readonly onPhoto: (photo: string | undefined) => void;
}

/** The camera of the phone, or a file; what was taken is shown, and can be taken away again. */
export function CardCamera({ photo, onPhoto }: CameraProps) {
  const { t } = useWords();
  const id = useId();
  const [state, setState] = useState<'idle' | 'busy' | 'no-picture'>('idle');
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setState('busy');
    const taken = await asJpeg(file);
    setState(taken === undefined ? 'no-picture' : 'idle');
    if (taken !== undefined) onPhoto(taken);
  };
  if (photo !== undefined) {
    return (
      <div className="row">
        <img className="card-photo" src={`data:image/jpeg;base64,${photo}`} alt={t('card-photo.taken')} />
        <Button low onClick={() => onPhoto(undefined)}>
          {t('card-photo.remove')}
        </Button>
      </div>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id} className="button low camera">
        <Camera aria-hidden size={20} />
        {t(state === 'busy' ? 'card-photo.busy' : 'card-photo.take')}
        <input
          id={id}
          type="file"
          accept="image/*"
          capture="environment"
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            void take(target.files?.[0]);
            // The same picture may be chosen again.
            target.value = '';
          }}
        />
      </label>
      <span className="hint" id={`${id}-hint`}>
        {t('card-photo.hint')}
      </span>
      {state === 'no-picture' && (
        <span className="fault" role="alert">
          {t('card-photo.no-picture')}
        </span>
      )}
    </div>
  );
}
