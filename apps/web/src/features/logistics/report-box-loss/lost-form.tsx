import { useState, type ReactNode } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { serverNow } from '../../../shared/time/clock.ts';
import { localInput, ofLocalInput } from '../../../shared/time/say.ts';
import { LongField, TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

interface FormProps {
  readonly box: { readonly box: string; readonly station: string };
  /** Where the log has it until now. */
  readonly lastKnown?: ReactNode;
  readonly onDone: () => void;
}

/** A box is not where it should be, and nobody knows where it is: when that was noticed, how, and where it was seen last. */
export function LostForm({ box, lastKnown, onDone }: FormProps) {
  const { t } = useWords();
  const [now] = useState(() => localInput(serverNow()));
  const [noticed, setNoticed] = useState(now);
  const [lastSeen, setLastSeen] = useState('');
  const [circumstances, setCircumstances] = useState('');
  const recording = useRecording();
  const when = ofLocalInput(noticed);
  const send =
    circumstances.trim() === '' || when === undefined
      ? undefined
      : async (): Promise<void> => {
          const said = { circumstances: { value: circumstances.trim() }, ...(lastSeen.trim() !== '' && { lastSeen: { value: lastSeen.trim() } }) };
          // What was noticed before now can no longer be done differently: it is told.
          const before = noticed === now ? {} : { testified: true, occurredAt: Date.parse(when) };
          const { kind } = await recording.tell('logistics.report-box-loss', { ...box, ...said }, t('lost.said', { station: box.station }), before);
          if (kind !== 'refused') onDone();
        };
  return (
    <CommandForm act={t('lost.act')} recording={recording} send={send}>
      <p className="note warn">{t('lost.what')}</p>
      {lastKnown !== undefined && (
        <p>
          {t('lost.last-known')} <strong>{lastKnown}</strong>
        </p>
      )}
      <TextField
        label={t('lost.noticed')}
        hint={t('lost.noticed.hint')}
        type="datetime-local"
        max={now}
        value={noticed}
        onChange={({ target }) => setNoticed(target.value)}
      />
      <TextField
        label={t('lost.last-seen')}
        hint={t('report.optional')}
        value={lastSeen}
        maxLength={2000}
        onChange={({ target }) => setLastSeen(target.value)}
      />
      <LongField
        label={t('lost.circumstances')}
        hint={t('lost.circumstances.hint')}
        value={circumstances}
        maxLength={2000}
        onChange={({ target }) => setCircumstances(target.value)}
      />
    </CommandForm>
  );
}
