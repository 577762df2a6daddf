import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/field.tsx';
import type { KnownBox } from './judge.ts';
import type { Scan } from './loading.ts';
import { Wrong } from './wrong.tsx';

interface StrangerProps {
  readonly box: KnownBox;
  readonly scan: Scan;
  readonly runs: readonly Schemas['RunOnBoard'][];
}

/** A box of which this phone knows nothing but its label: that it stood here is recorded, where it belongs the server says. */
export function Stranger({ box, scan: { notices, problem }, runs }: StrangerProps) {
  const { t } = useWords();
  const { nameOf } = useAreas();
  const belongsTo = notices?.map(({ details }) => details['belongsTo']).find((each) => typeof each === 'string');
  const run = runs.find(({ dispatch }) => dispatch === belongsTo);
  const isObjected = (problem?.objections ?? []).length > 0;
  const sentences = problem
    ? [t(isObjected ? 'load.stranger.objected' : 'load.stranger.not-taken'), ...(problem.objections?.map(({ message }) => message) ?? [problem.detail])]
    : [
        t('load.stranger'),
        ...(run?.vehicle ? [t('load.wrong.truck', { vehicle: run.vehicle, destination: nameOf(run.destination) })] : []),
        ...(notices?.map(({ message }) => message) ?? [t('load.stranger.waits')]),
      ];
  return <Wrong box={box} title={t('load.wrong')} sentences={sentences} />;
}

/** A box of a station outside of one's area: it is said that it goes elsewhere, and nothing more of it. */
export function Outside({ box, problem }: { readonly box: KnownBox; readonly problem: Scan['problem'] }) {
  const { t } = useWords();
  const said = problem ? [t('load.stranger.not-taken'), problem.detail] : [t('load.outside.kept')];
  return <Wrong box={box} title={t('load.wrong')} sentences={[t('load.outside'), ...said]} />;
}

const stationCode = /^\d{10}-\d{3}$/;

/** A label that names its box and not its station, which stands beside the code in print. */
export function Nameless({ onName }: { readonly onName: (station: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const station = typed.trim();
  const isWhole = stationCode.test(station);
  return (
    <>
      <div className="verdict wrong" role="alert">
        <CircleHelp aria-hidden size={40} />
        <strong>{t('load.wrong')}</strong>
        <span>{t('load.nameless')}</span>
      </div>
      <form
        className="card stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) onName(station);
        }}
      >
        <TextField
          label={t('load.nameless.station')}
          hint={t('load.nameless.hint')}
          value={typed}
          inputMode="numeric"
          maxLength={14}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" wide disabled={!isWhole}>
          {t('load.nameless.act')}
        </Button>
      </form>
    </>
  );
}
