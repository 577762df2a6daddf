import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { drawAll } from '../../../shared/logistics/draws.ts';
import { LotQuantities, wantedOf, type Typed } from '../../../shared/logistics/lot-quantities.tsx';
import { figure, itemName } from '../../../shared/logistics/names.ts';
import type { Warehouse } from '../../../shared/logistics/warehouses.ts';
import { TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Institution = Schemas['Witness']['institution'];
const institutions = ['kpu', 'bawaslu', 'polri'] as const satisfies readonly Institution[];

interface DestroyProps {
  readonly warehouse: Warehouse;
  readonly lots: readonly Schemas['LotFound'][];
  /** `destruction`: absent while it only waits on this phone. */
  readonly onDone: (destruction?: string) => void;
}

/** What is lawfully destroyed: drawn for this destruction, before somebody each of KPU, Bawaslu and Polri, with its minutes. */
export function DestroyForm({ warehouse: { warehouse, village }, lots, onDone }: DestroyProps) {
  const { t, language } = useWords();
  const [destruction] = useState(() => uuidv7());
  const [minutes, setMinutes] = useState('');
  const [typed, setTyped] = useState<Typed>({});
  const [typedDamaged, setTypedDamaged] = useState<Typed>({});
  const [names, setNames] = useState<Readonly<Partial<Record<Institution, string>>>>({});
  const recording = useRecording();
  const damagedLots = lots.filter(({ damaged }) => damaged > 0).map((lot) => ({ ...lot, quantity: lot.damaged }));
  const wanted = [
    ...wantedOf(warehouse, lots, typed),
    ...wantedOf(warehouse, damagedLots, typedDamaged).map((each) => ({ ...each, condition: 'damaged' as const })),
  ];
  const witnesses = institutions.flatMap((institution): Schemas['Witness'][] => {
    const name = names[institution]?.trim() ?? '';
    return name === '' ? [] : [{ institution, person: uuidv7(), name: { value: name } }];
  });
  const whole = minutes.trim() !== '' && wanted.length > 0 && witnesses.length === institutions.length;
  const send = async (): Promise<void> => {
    const draws = await drawAll(
      wanted,
      {
        purpose: 'destruction',
        boundFor: destruction,
        said: ({ of, quantity }) => t('lot.drawn', { item: itemName(of.item, t), quantity: figure(quantity, language) }),
      },
      recording.tell,
    );
    if (!draws) return;
    const body = { destruction, village, minutes: minutes.trim(), draws: [...draws], witnesses };
    const { kind } = await recording.tell('logistics.destroy-surplus', body, t('destroy.said', { minutes: minutes.trim() }));
    if (kind !== 'refused') onDone(kind === 'recorded' ? destruction : undefined);
  };
  return (
    <CommandForm act={t('destroy.act')} recording={recording} send={whole ? send : undefined}>
      <TextField label={t('destroy.minutes')} value={minutes} maxLength={60} onChange={({ target }) => setMinutes(target.value)} />
      <h3>{t('destroy.good')}</h3>
      <LotQuantities lots={lots.filter(({ quantity }) => quantity > 0)} typed={typed} onChange={setTyped} />
      {damagedLots.length > 0 && (
        <>
          <h3>{t('destroy.damaged')}</h3>
          <LotQuantities lots={damagedLots} typed={typedDamaged} onChange={setTypedDamaged} />
        </>
      )}
      {institutions.map((institution) => (
        <TextField
          key={institution}
          label={t('destroy.witness', { institution: t(`institution.${institution}`) })}
          value={names[institution] ?? ''}
          maxLength={120}
          onChange={({ target }) => setNames((before) => ({ ...before, [institution]: target.value }))}
        />
      ))}
    </CommandForm>
  );
}
