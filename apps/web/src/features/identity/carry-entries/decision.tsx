import { useEffect, useState } from 'react';
import { commandKey } from '../../../shared/entries/what.ts';
import { useWords } from '../../../shared/language/language.ts';
import { contentOf, discard, keepAsNote, tryAgain, type DiscardReason, type Entry } from '../../../shared/offline/index.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { LongField, SelectField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { Sheet } from '../../../shared/ui/sheet.tsx';
import { Amend, type Content } from './amend.tsx';

const reasons: readonly Exclude<DiscardReason, 'amended' | 'refused-at-once'>[] = ['mistaken', 'recorded-otherwise', 'did-not-happen', 'other'];

/** An entry was refused after the fact: a person says what becomes of it. Nothing disappears silently. */
export function Decision({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const { t } = useWords();
  const [content, setContent] = useState<Content | 'sealed'>();
  const [note, setNote] = useState('');
  const [reason, setReason] = useState<(typeof reasons)[number]>();
  useEffect(() => {
    void contentOf(entry).then((found) => setContent(found ?? 'sealed'));
  }, [entry]);
  const then = (work: Promise<unknown>): void => void work.then(onClose);
  return (
    <Sheet title={t('decide.title')} onClose={onClose}>
      <p>
        <strong>{t(commandKey(entry.name))}</strong>
      </p>
      {entry.problem && <ProblemNote problem={entry.problem} />}
      <p className="small quiet">{t('decide.held-back')}</p>
      {content === 'sealed' && <p className="note">{t('decide.not-yours')}</p>}
      <Button wide onClick={() => then(tryAgain(entry))}>
        {t('decide.try-again')}
      </Button>
      {content !== undefined && content !== 'sealed' && <Amend entry={entry} content={content} onDone={onClose} />}
      <LongField label={t('decide.note.label')} value={note} onChange={({ target }) => setNote(target.value)} />
      <Button wide disabled={note.trim() === ''} onClick={() => then(keepAsNote(entry, note))}>
        {t('decide.note')}
      </Button>
      <SelectField label={t('decide.reason')} value={reason} choices={reasons.map((value) => ({ value, label: t(`discard.${value}`) }))} onChoose={setReason} />
      <Button wide disabled={reason === undefined} onClick={() => reason && then(discard(entry, reason))}>
        {t('decide.discard')}
      </Button>
    </Sheet>
  );
}
