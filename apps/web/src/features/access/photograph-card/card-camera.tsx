import { useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { PictureField } from '../../../shared/ui/picture-field.tsx';
import { asJpeg } from './as-jpeg.ts';

interface CameraProps {
  /** JPEG in base64. */
  readonly photo: string | undefined;
  readonly onPhoto: (photo: string | undefined) => void;
}

/** The camera of the phone, or a file; what was taken is shown, and can be taken away again. */
export function CardCamera({ photo, onPhoto }: CameraProps) {
  const { t } = useWords();
  const [state, setState] = useState<'idle' | 'busy' | 'no-picture'>('idle');
  const take = async (file: File): Promise<void> => {
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
    <PictureField
      label={t(state === 'busy' ? 'card-photo.busy' : 'card-photo.take')}
      hint={t('card-photo.hint')}
      fault={state === 'no-picture' ? t('card-photo.no-picture') : undefined}
      onPicture={(file) => void take(file)}
    />
  );
}
