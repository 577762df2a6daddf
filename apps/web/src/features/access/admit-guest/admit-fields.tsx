import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Chips, SelectField, TextField } from '../../../shared/ui/field.tsx';
import { useProposed } from './use-proposed.ts';

/** Through which door, with which badge, and who consents where it takes two. */
export interface Admission {
  readonly door: string | undefined;
  readonly badge: string | undefined;
  readonly secondPerson: string | undefined;
  readonly pin: string;
}

export const emptyAdmission: Admission = { door: undefined, badge: undefined, secondPerson: undefined, pin: '' };

interface FieldsProps {
  readonly post: string;
  readonly admission: Admission;
  readonly onChange: (changed: Partial<Admission>) => void;
}

export function AdmitFields({ post, admission, onChange }: FieldsProps) {
  const { t } = useWords();
  const doors = useAnswer('access.doors', { post });
  const chosen = useProposed(post, admission).door;
  return (
    <Shown of={doors}>
      {({ items }) => (
        <>
          <Chips
            label={t('admit.door')}
            choices={items.map(({ door, code, zone, locked, inside, capacity }) => ({
              value: door,
              label: `${code} ${zone}${locked ? ` · ${t('door.locked')}` : inside >= capacity ? ` · ${t('door.full')}` : ''}`,
            }))}
            value={chosen}
            onChoose={(door) => onChange({ door })}
          />
          <BadgeField post={post} admission={admission} onChange={onChange} />
          {items.find(({ door }) => door === chosen)?.level === 'two-person' && <SecondPerson post={post} admission={admission} onChange={onChange} />}
        </>
      )}
    </Shown>
  );
}

/** Where the guest will go and with which badge: `G-0 · T-02`, for the last look before it is confirmed. */
export function AdmissionInWords({ post, admission }: Omit<FieldsProps, 'onChange'>) {
  const doors = useAnswer('access.doors', { post }).answer?.value.items ?? [];
  const { door: chosen, badge } = useProposed(post, admission);
  return <span className="small">{[doors.find(({ door }) => door === chosen)?.code, badge].filter(Boolean).join(' · ')}</span>;
}

function BadgeField({ post, admission, onChange }: FieldsProps) {
  const { t } = useWords();
  const { badge } = useProposed(post, admission);
  return <TextField label={t('admit.badge')} value={badge ?? ''} maxLength={12} required onChange={({ target }) => onChange({ badge: target.value })} />;
}

function SecondPerson({ post, admission, onChange }: FieldsProps) {
  const { t } = useWords();
  const people = useAnswer('identity.on-duty', { post });
  return (
    <div className="note stack tight">
      <p>{t('admit.two-person')}</p>
      <Shown of={people}>
        {({ items }) => (
          <SelectField
            label={t('admit.second-person')}
            choices={items.map(({ account, login, name }) => ({ value: account, label: name === null ? login : `${name} (${login})` }))}
            value={admission.secondPerson}
            onChoose={(secondPerson) => onChange({ secondPerson })}
          />
        )}
      </Shown>
      <TextField
        label={t('admit.pin')}
        type="password"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={admission.pin}
        onChange={({ target }) => onChange({ pin: target.value })}
      />
    </div>
  );
}
