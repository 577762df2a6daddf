import { useWords } from '../../../shared/language/language.ts';
import { PhotoField, TakenPhoto } from '../../../shared/ui/photo-field.tsx';

interface CameraProps {
  /** JPEG in base64. */
  readonly photo: string | undefined;
  readonly onPhoto: (photo: string | undefined) => void;
}

/** The camera of the phone, or a file; what was taken is shown, and can be taken away again. */
export function CardCamera({ photo, onPhoto }: CameraProps) {
  const { t } = useWords();
  return photo === undefined ? (
    <PhotoField label={t('card-photo.take')} onPhoto={onPhoto} />
  ) : (
    <TakenPhoto photo={photo} alt={t('card-photo.taken')} onRemove={() => onPhoto(undefined)} />
  );
}
