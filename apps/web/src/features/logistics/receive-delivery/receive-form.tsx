import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { ItemField, itemIn } from '../../../shared/logistics/item-field.tsx';
import { figure, itemName } from '../../../shared/logistics/names.ts';
import { QuantityField, quantityIn } from '../../../shared/logistics/quantity-field.tsx';
import { sealsIn } from '../../../shared/logistics/seals.ts';
import type { Warehouse } from '../../../shared/logistics/warehouses.ts';
import { Chips, TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

const empty = { item: '', quantity: '', byWaybill: '', waybill: '', seals: '', carrier: '', vehicle: '', witness: '' };
type Text = keyof typeof empty;

/** What arrives becomes a lot: as it was counted, with its waybill, its seals as they were found, who brought it and who saw it. */
export function ReceiveForm({ warehouse, zones, onDone }: Pick<Warehouse, 'warehouse' | 'zones'> & { readonly onDone: () => void }) {
  const { t, language } = useWords();
  const [said, setSaid] = useState(empty);
  const [zone, setZone] = useState<string>();
  const recording = useRecording();
  const quantity = quantityIn(said.quantity);
  const item = itemIn(said.item, t);
  const set = (field: Text) => (value: string) => setSaid((before) => ({ ...before, [field]: value }));
  const text = (field: Text, hint?: string) => ({
    hint,
    value: said[field],
    maxLength: 60,
    onChange: ({ target }: { target: { value: string } }) => set(field)(target.value),
  });
  const whole = quantity !== undefined && zone !== undefined && [item, said.waybill, said.carrier, said.witness].every((each) => each.trim() !== '');
  const send = async (): Promise<void> => {
    if (quantity === undefined || zone === undefined) return;
    const body = {
      warehouse,
      lot: uuidv7(),
      item,
      quantity,
      zone,
      waybill: said.waybill.trim(),
      ...(quantityIn(said.byWaybill) !== undefined && { byWaybill: Number(said.byWaybill) }),
      seals: [...sealsIn(said.seals)],
      carrier: uuidv7(),
      carrierName: { value: said.carrier.trim() },
      ...(said.vehicle.trim() !== '' && { vehicle: { value: said.vehicle.trim() } }),
      witness: uuidv7(),
      witnessName: { value: said.witness.trim() },
    };
    const { kind } = await recording.tell(
      'logistics.receive-delivery',
      body,
      t('delivery.said', { item: itemName(item, t), quantity: figure(quantity, language) }),
    );
    if (kind !== 'refused') onDone();
  };
  return (
    <CommandForm act={t('delivery.act')} recording={recording} send={whole ? send : undefined}>
      <ItemField label={t('delivery.item')} value={said.item} onChange={set('item')} />
      <QuantityField label={t('delivery.quantity')} value={said.quantity} onChange={set('quantity')} />
      <QuantityField label={t('delivery.by-waybill')} hint={t('report.optional')} value={said.byWaybill} onChange={set('byWaybill')} />
      <Chips
        label={t('delivery.zone')}
        choices={zones.map((each) => ({ value: each.zone, label: `${each.code} · ${each.name}` }))}
        value={zone}
        onChoose={setZone}
      />
      <TextField label={t('delivery.waybill')} {...text('waybill')} />
      <TextField label={t('delivery.seals')} {...text('seals', t('seals.hint'))} maxLength={600} />
      <TextField label={t('delivery.carrier')} {...text('carrier')} />
      <TextField label={t('delivery.vehicle')} {...text('vehicle', t('report.optional'))} maxLength={20} />
      <TextField label={t('delivery.witness')} {...text('witness')} />
    </CommandForm>
  );
}
