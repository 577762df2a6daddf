import { useState, type ReactNode } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { Chips, TextField } from '../../../shared/ui/field.tsx';
import { Button } from '../../../shared/ui/button.tsx';

type IdentityType = Schemas['ReportGuest']['identityType'];

/** What a guest says when they report. */
export interface Report {
  readonly name: string;
  readonly identityType: IdentityType;
  readonly identityNumber: string;
  readonly organisation: string;
  readonly host: string;
  readonly purpose: string;
  readonly vehicle: string;
  readonly items: string;
  readonly minutesAllowed: number;
}

export const emptyReport: Report = {
  name: '',
  identityType: 'ktp',
  identityNumber: '',
  organisation: '',
  host: '',
  purpose: '',
  vehicle: '',
  items: '',
  minutesAllowed: 60,
};

const identityTypes = ['ktp', 'sim', 'service-card', 'press-card', 'passport', 'kitas', 'other', 'none'] as const satisfies readonly IdentityType[];
const purposes = ['delivery', 'supervision', 'repair', 'meeting', 'press', 'cleaning'] as const;
const minutes = [30, 60, 120, 240] as const;

interface FieldsProps {
  readonly report: Report;
  readonly onChange: (changed: Partial<Report>) => void;
  /** Somebody who was here before is not asked again who they are. */
  readonly known: boolean;
  /** Whom guests of this post come to see, the most frequent first. */
  readonly hosts: readonly string[];
  /** What is asked beside the number of the card. */
  readonly card?: ReactNode;
}

export function ReportFields({ report, onChange, known, hosts, card }: FieldsProps) {
  const { t } = useWords();
  const said = purposes.map((purpose) => ({ value: t(`purpose.${purpose}`), label: t(`purpose.${purpose}`) }));
  return (
    <>
      {!known && <Identity report={report} onChange={onChange} card={card} />}
      <ChipsOrWords label={t('report.purpose')} choices={withOwn(said, report.purpose)} value={report.purpose} onChange={(purpose) => onChange({ purpose })} />
      {(hosts.length > 0 || !known) && (
        <ChipsOrWords
          label={t('report.host')}
          choices={withOwn(
            hosts.map((value) => ({ value, label: value })),
            report.host,
          )}
          value={report.host}
          onChange={(host) => onChange({ host })}
        />
      )}
      <Chips
        label={t('report.minutes')}
        choices={minutes.map((each) => ({
          value: String(each),
          label: each < 60 ? t('report.min', { minutes: each }) : t('report.hours', { hours: each / 60 }),
        }))}
        value={String(report.minutesAllowed)}
        onChoose={(chosen) => onChange({ minutesAllowed: Number(chosen) })}
      />
      <More report={report} onChange={onChange} />
    </>
  );
}

function Identity({ report, onChange, card }: Pick<FieldsProps, 'report' | 'onChange' | 'card'>) {
  const { t } = useWords();
  return (
    <>
      <TextField label={t('report.name')} value={report.name} required maxLength={120} onChange={({ target }) => onChange({ name: target.value })} />
      <Chips
        label={t('report.identity-type')}
        choices={identityTypes.map((value) => ({ value, label: t(`identity-type.${value}`) }))}
        value={report.identityType}
        onChoose={(identityType) => onChange({ identityType })}
      />
      {report.identityType !== 'none' && (
        <TextField
          label={t('report.identity-number')}
          hint={t('report.optional')}
          inputMode={report.identityType === 'ktp' ? 'numeric' : 'text'}
          value={report.identityNumber}
          maxLength={40}
          onChange={({ target }) => onChange({ identityNumber: target.value })}
        />
      )}
      {report.identityType !== 'none' && card}
      <TextField
        label={t('report.organisation')}
        hint={t('report.optional')}
        value={report.organisation}
        maxLength={120}
        onChange={({ target }) => onChange({ organisation: target.value })}
      />
    </>
  );
}

function More({ report, onChange }: Pick<FieldsProps, 'report' | 'onChange'>) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Button low onClick={() => setOpen(true)}>
        {t('report.more')}
      </Button>
    );
  }
  return (
    <>
      <TextField
        label={t('report.vehicle')}
        hint={t('report.optional')}
        value={report.vehicle}
        maxLength={20}
        onChange={({ target }) => onChange({ vehicle: target.value })}
      />
      <TextField
        label={t('report.items')}
        hint={t('report.optional')}
        value={report.items}
        maxLength={500}
        onChange={({ target }) => onChange({ items: target.value })}
      />
    </>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

const withOwn = (choices: readonly Choice[], own: string): readonly Choice[] =>
  own === '' || choices.some(({ value }) => value === own) ? choices : [{ value: own, label: own }, ...choices];

const other = '…';

/** Usual answers as chips, anything else in words. */
function ChipsOrWords({
  label,
  choices,
  value,
  onChange,
}: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useWords();
  const [inWords, setInWords] = useState(choices.length === 0);
  if (inWords) return <TextField label={label} value={value} maxLength={120} onChange={({ target }) => onChange(target.value)} />;
  return (
    <Chips
      label={label}
      choices={[...choices, { value: other, label: t('report.something-else') }]}
      value={value}
      onChoose={(chosen) => {
        if (chosen !== other) return onChange(chosen);
        setInWords(true);
        onChange('');
      }}
    />
  );
}
