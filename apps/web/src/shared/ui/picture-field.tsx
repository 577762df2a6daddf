import { Camera } from 'lucide-react';
import { useId } from 'react';

interface PictureProps {
  readonly label: string;
  readonly hint: string;
  readonly fault?: string | undefined;
  readonly onPicture: (file: File) => void;
}

/** The camera of the phone, or a file. The browser’s own control says what it says in the browser’s language. */
export function PictureField({ label, hint, fault, onPicture }: PictureProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className="button low camera">
        <Camera aria-hidden size={20} />
        {label}
        <input
          id={id}
          type="file"
          accept="image/*"
          capture="environment"
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) onPicture(file);
            // The same picture may be chosen again.
            target.value = '';
          }}
        />
      </label>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      {fault !== undefined && (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}
