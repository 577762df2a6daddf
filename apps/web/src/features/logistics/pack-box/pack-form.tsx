import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { drawAll } from '../../../shared/logistics/draws.ts';
import { LotQuantities, wantedOf, type Typed } from '../../../shared/logistics/lot-quantities.tsx';
import { contestName, contestsKnown, figure, itemName } from '../../../shared/logistics/names.ts';
import type { Warehouse } from '../../../shared/logistics/warehouses.ts';
import { Chips, TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';
import { asStation, isStation } from './station.ts';

interface PackProps {
  readonly warehouse: Warehouse;
  readonly lots: readonly Schemas['LotFound'][];
  readonly onDone: (packed: { readonly box: string; readonly station: string }) => void;
}

/** A box for a station and an election: its ballots are drawn from their lot for this very box, and then it is packed. */
export function PackForm({ warehouse: { warehouse, zones }, lots, onDone }: PackProps) {
  const { t, language } = useWords();
  const [box] = useState(() => uuidv7());
  const [station, setStation] = useState('');
  const [contest, setContest] = useState<string>(contestsKnown[0]);
  const [zone, setZone] = useState<string>();
  const [typed, setTyped] = useState<Typed>({});
  const recording = useRecording();
  const ballots = lots.filter(({ item, quantity }) => item === `ballot-${contest}` && quantity > 0);
  const others = lots.filter(({ item, quantity }) => !item.startsWith('ballot-') && quantity > 0);
  const fitting = [...ballots, ...others];
  const wanted = wantedOf(warehouse, fitting, typed);
  const send =
    zone === undefined || !isStation(station) || wanted.length === 0
      ? undefined
      : async (): Promise<void> => {
          const draws = await drawAll(
            wanted,
            {
              purpose: 'box',
              boundFor: box,
              said: ({ of, quantity }) => t('lot.drawn', { item: itemName(of.item, t), quantity: figure(quantity, language) }),
            },
            recording.tell,
          );
          if (!draws) return;
          const said = t('pack.said', { station, contest: contestName(contest, t) });
          const { kind } = await recording.tell('logistics.pack-box', { box, station, contest, warehouse, zone, draws: [...draws] }, said);
          if (kind !== 'refused') onDone({ box, station });
        };
  return (
    <CommandForm act={t('pack.act')} recording={recording} send={send}>
      <TextField
        label={t('pack.station')}
        hint={t('pack.station.hint')}
        inputMode="numeric"
        maxLength={14}
        value={station}
        onChange={({ target }) => setStation(asStation(target.value))}
      />
      <Chips
        label={t('pack.contest')}
        choices={contestsKnown.map((value) => ({ value, label: t(`contest.${value}`) }))}
        value={contest}
        onChoose={setContest}
      />
      <LotQuantities lots={fitting} typed={typed} onChange={setTyped} />
      <Chips
        label={t('pack.zone')}
        choices={zones.map((each) => ({ value: each.zone, label: `${each.code} · ${each.name}` }))}
        value={zone}
        onChoose={setZone}
      />
    </CommandForm>
  );
}
