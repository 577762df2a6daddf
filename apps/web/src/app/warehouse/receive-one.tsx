import { useState } from 'react';
import { ReceiveForm } from '../../features/logistics/receive-box/receive-form.tsx';
import type { Schemas } from '../../shared/api/names.ts';
import { sealsOn } from '../../shared/logistics/seals.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { Shown } from '../../shared/ui/answered.tsx';

interface OneProps {
  readonly found: Schemas['BoxFound'];
  /** The run whose truck has brought it. */
  readonly dispatch: string;
  readonly onDone: () => void;
}

const villageDigits = 10;

/** One box comes off its truck, in the village of its station, for whoever does not see the whole truck. */
export function ReceiveOne({ found: { box, station, contest }, dispatch, onDone }: OneProps) {
  const history = useAnswer('logistics.box-history', { box, station });
  const [seals, setSeals] = useState<ReadonlySet<string>>(new Set());
  return (
    <Shown of={history}>
      {({ items }) => (
        <ReceiveForm
          line={{ box, station, contest, seals: [...sealsOn(items)] }}
          dispatch={dispatch}
          village={station.slice(0, villageDigits)}
          found={seals}
          onFound={setSeals}
          onDone={onDone}
        />
      )}
    </Shown>
  );
}
