import { useState } from 'react';
import { useWords } from '../language/language.ts';
import { asJpeg } from './as-jpeg.ts';
import { Button } from './button.tsx';
import { PictureField } from './picture-field.tsx';

interface PhotoProps {
  readonly label: string;
  /** JPEG in base64, small enough to be kept. */
  readonly onPhoto: (photo: string) => void;
}

/** Takes a photograph that goes to the vault: it is drawn small here; what is no picture is told, and nothing comes of it. */
export function PhotoField({ label, onPhoto }: PhotoProps) {
  const { t } = useWords();
  const [state, setState] = useState<'idle' | 'busy' | 'no-picture'>('idle');
  const take = async (file: File): Promise<void> => {
    setState('busy');
    const taken = await asJpeg(file);
    setState(taken === undefined ? 'no-picture' : 'idle');
    if (taken !== undefined) onPhoto(taken);
  };
  return (
    <PictureField
      label={state === 'busy' ? t('photo.busy') : label}
      hint={t('photo.hint')}
      fault={state === 'no-picture' ? t('photo.no-picture') : undefined}
      onPicture={(file) => void take(file)}
    />
  );
}

interface TakenProps {
  readonly photo: string;
  /** What it is of. */
  readonly alt: string;
  readonly onRemove: () => void;
}

/** A photograph that was just taken. */
export function TakenPhoto({ photo, alt, onRemove }: TakenProps) {
  const { t } = useWords();
  return (
    <div className="row">
      <img className="photo" src={`data:image/jpeg;base64,${photo}`} alt={alt} />
      <Button low onClick={onRemove}>
        {t('photo.remove')}
      </Button>
    </div>
  );
}
