import { Download } from 'lucide-react';
import { useWords } from '../../../shared/language/language.ts';
import type { Instant } from '../../../shared/time/clock.ts';
import { rfc3339 } from '../../../shared/time/say.ts';

interface LinkProps {
  readonly area: string;
  readonly until: Instant;
  /** As it was known at this instant. */
  readonly knownAt: Instant;
}

const day = 24 * 3_600_000;

/** What moved in the day before an instant, for the systems of others. */
export function EpcisLink({ area, until, knownAt }: LinkProps) {
  const { t } = useWords();
  const asked = new URLSearchParams({ area, from: rfc3339(until - day), to: rfc3339(until), knownAt: rfc3339(knownAt) });
  return (
    <div className="row no-print">
      <a className="button low" href={`/api/logistics/export-epcis?${asked.toString()}`} download>
        <Download aria-hidden size={20} />
        {t('where.epcis')}
      </a>
    </div>
  );
}
