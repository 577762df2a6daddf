import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Moment } from '../../../shared/ui/times.tsx';

/** The card as it was photographed. Only asked for when somebody wants to see it: that they did is recorded. */
export function LookAtCard({ post, visit, name }: { readonly post: string; readonly visit: string; readonly name: string }) {
  const { t } = useWords();
  const photo = useAnswer('access.card-photo', { post, visit });
  return (
    <Shown of={photo}>
      {({ cardPhoto, taken }) => (
        <figure className="stack tight">
          {cardPhoto === null ? (
            <p className="note">{t('card-photo.gone')}</p>
          ) : (
            <img className="photo whole" src={`data:image/jpeg;base64,${cardPhoto}`} alt={t('card-photo.of', { name })} />
          )}
          <figcaption className="small quiet">
            {t('photo.when')} <Moment when={taken} full />
          </figcaption>
        </figure>
      )}
    </Shown>
  );
}
