import type { Schemas } from '../../../shared/api/names.ts';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { figure, itemName } from '../../../shared/logistics/names.ts';
import { Moment } from '../../../shared/ui/times.tsx';

/** A destruction as it was recorded: before whom, and what was destroyed. */
export function MinutesFacts({ minutes: { minutes, at, village, witnesses, destroyed } }: { readonly minutes: Schemas['DestructionMinutes'] }) {
  const { t, language } = useWords();
  const { placeOf } = useAreas();
  return (
    <>
      <dl className="facts">
        <div className="fact">
          <dt>{t('destroy.minutes')}</dt>
          <dd>{minutes}</dd>
        </div>
        <div className="fact">
          <dt>{t('destruction.when')}</dt>
          <dd>
            <Moment when={at} full />
          </dd>
        </div>
        <div className="fact">
          <dt>{t('destruction.village')}</dt>
          <dd className="figures">{placeOf(village)}</dd>
        </div>
        {witnesses.map(({ institution, person, name }) => (
          <div key={person} className="fact">
            <dt>{t('destroy.witness', { institution: t(`institution.${institution}`) })}</dt>
            <dd>{name ?? t('person.unnamed')}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('destruction.what')}</h3>
      <ul className="stack tight">
        {destroyed.map(({ draw, item, waybill, quantity }) => (
          <li key={draw} className="card plain">
            <span className="row apart">
              <strong>{item === null ? t('destruction.unknown') : itemName(item, t)}</strong>
              <strong className="figures">{figure(quantity, language)}</strong>
            </span>
            <span className="small quiet">{waybill ?? t('lot.no-waybill')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
