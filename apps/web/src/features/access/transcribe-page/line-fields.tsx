import { v7 as uuidv7 } from 'uuid';
import { reasonKey } from '../../../shared/entries/reasons.ts';
import { whatKey } from '../../../shared/entries/what.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { SelectField, TextField } from '../../../shared/ui/field.tsx';
import { documents, kinds, reasons, type Line, type Whose } from './line.ts';

interface LineProps {
  readonly post: string;
  readonly number: number;
  readonly line: Line;
  /** Guests of earlier lines, and those who are inside. */
  readonly guests: readonly Whose[];
  readonly onChange: (changed: Partial<Line>) => void;
  readonly onRemove: () => void;
}

/** One line of the page: when, what, whose visit, and what that kind of line says besides. */
export function LineFields({ post, number, line, guests, onChange, onRemove }: LineProps) {
  const { t } = useWords();
  const { what, whose } = line;
  const doors = useAnswer('access.doors', { post });
  return (
    <fieldset className="card plain stack tight">
      <legend>{t('paper.line', { number })}</legend>
      <TextField label={t('paper.time')} type="time" value={line.time} required onChange={({ target }) => onChange({ time: target.value })} />
      <SelectField
        label={t('paper.what')}
        choices={kinds.map((value) => ({ value, label: t(whatKey(`access.${value}.v1`)) }))}
        value={what}
        onChoose={(chosen) => onChange({ what: chosen, whose: undefined })}
      />
      {what === 'guest-reported' ? (
        <>
          <TextField
            label={t('report.name')}
            value={whose?.name ?? ''}
            maxLength={120}
            onChange={({ target }) => onChange({ whose: { visit: whose?.visit ?? uuidv7(), guest: whose?.guest ?? uuidv7(), name: target.value } })}
          />
          <SelectField
            label={t('report.identity-type')}
            choices={documents.map((value) => ({ value, label: t(`identity-type.${value}`) }))}
            value={line.identityType}
            onChoose={(identityType) => onChange({ identityType })}
          />
          <TextField label={t('report.purpose')} value={line.purpose} maxLength={500} onChange={({ target }) => onChange({ purpose: target.value })} />
        </>
      ) : (
        <SelectField
          label={t('paper.whose')}
          choices={guests.map(({ visit, name }) => ({ value: visit, label: name }))}
          value={whose?.visit}
          onChoose={(visit) => onChange({ whose: guests.find((each) => each.visit === visit) })}
        />
      )}
      {what === 'guest-admitted' && (
        <>
          <SelectField
            label={t('admit.door')}
            choices={(doors.answer?.value.items ?? []).map(({ door, code, zone }) => ({ value: door, label: `${code} ${zone}` }))}
            value={line.door}
            onChoose={(door) => onChange({ door })}
          />
          <TextField label={t('admit.badge')} value={line.badge} maxLength={12} onChange={({ target }) => onChange({ badge: target.value })} />
        </>
      )}
      {what === 'guest-refused' && (
        <SelectField
          label={t('decide.reason')}
          choices={reasons.map((value) => ({ value, label: t(reasonKey(value) ?? 'refusal.other') }))}
          value={line.reason}
          onChoose={(reason) => onChange({ reason })}
        />
      )}
      <Button low onClick={onRemove} aria-label={t('paper.remove-line', { number })}>
        {t('paper.remove')}
      </Button>
    </fieldset>
  );
}
