import { useEffect, useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { digestOfBase64 } from '../../../shared/ui/digest.ts';
import { Moment } from '../../../shared/ui/times.tsx';

interface LookProps {
  readonly warehouse: string;
  /** Its digest, as the check names it. */
  readonly photo: string;
  /** What it is of. */
  readonly title: string;
}

/** A zone as it was photographed. Only asked for when somebody wants to see it: that they did is recorded. */
export function LookAtZone({ warehouse, photo, title }: LookProps) {
  const { t } = useWords();
  const asked = useAnswer('logistics.zone-photo', { warehouse, photo });
  return (
    <Shown of={asked}>
      {({ zonePhoto, taken }) => (
        <figure className="stack tight">
          {zonePhoto === null ? (
            <p className="note">{t('zones.photo-gone')}</p>
          ) : (
            <>
              <img className="photo whole" src={`data:image/jpeg;base64,${zonePhoto}`} alt={title} />
              <Proof picture={zonePhoto} photo={photo} />
            </>
          )}
          <figcaption className="small quiet">
            {t('photo.when')} <Moment when={taken} full />
          </figcaption>
        </figure>
      )}
    </Shown>
  );
}

/** Whether it is the one that the check names. The log says so, and not the server that shows it. */
function Proof({ picture, photo }: { readonly picture: string; readonly photo: string }) {
  const { t } = useWords();
  const [digest, setDigest] = useState<string>();
  useEffect(() => void digestOfBase64(picture).then(setDigest), [picture]);
  if (digest === undefined) return null;
  if (digest !== photo) return <p className="note alarm">{t('zones.photo-other')}</p>;
  return <p className="small quiet">{t('zones.photo-same', { digest: digest.slice(0, 16) })}</p>;
}
