import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Moment } from '../../../shared/ui/times.tsx';
import type { Key } from '../../../shared/language/keys.ts';

const kinds = [
  'box-on-two-trucks',
  'box-planned-on-two-runs',
  'seal-on-two-boxes',
  'seals-not-as-sealed',
  'boxes-not-received',
  'truck-not-as-planned',
  'truck-seals-not-as-departed',
  'quantity-not-as-by-waybill',
  'stock-does-not-add-up',
  'recorded-against-an-objection',
  'dispatch-overdue',
] as const;

/** A newer server may notice something that this app has no word for. */
function kindKey(what: string): Key {
  const kind = kinds.find((each) => each === what);
  return kind === undefined ? 'doubt.other' : `doubt.${kind}`;
}

const isId = /^[0-9a-f]{8}-/;

/** What does not fit together in an area, until it is settled. Nothing at all when all is well, or while nobody can say. */
export function ContradictionList({ area }: { readonly area: string }) {
  const { t } = useWords();
  const items = useAnswer('logistics.standing-contradictions', { area, limit: 100 }).answer?.value.items ?? [];
  if (items.length === 0) return null;
  return (
    <details className="note alarm" open={items.length <= 3}>
      <summary>
        <strong>{t('doubt.title', { doubts: items.length })}</strong>
      </summary>
      <ul className="stack tight">
        {items.map(({ what, about, area: where, at, events }) => (
          <li key={`${what} ${about.join(' ')}`}>
            <strong>{t(kindKey(what))}</strong> {about.filter((each) => !isId.test(each)).join(', ')} · {where} · <Moment when={at} />
            <span className="small block figures">{t('doubt.events', { events: events.join(', ') })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
