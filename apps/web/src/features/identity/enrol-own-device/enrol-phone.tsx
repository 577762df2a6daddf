import { useEffect, useState } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { useWords } from '../../../shared/language/language.ts';
import { enrolledDevice, enrolThisPhone } from '../../../shared/offline/index.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Chips, TextField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useReplaceable } from './replaceable.ts';

const codeInAddress = (): string => decodeURIComponent(location.hash.slice(1));

/** Whether this phone signs in the name of whoever is signed in, and how it comes to. The squad leader's QR code brings its code along. */
export function EnrolPhone() {
  const { t } = useWords();
  const [enrolledAs, setEnrolledAs] = useState<string | null>();
  const [code, setCode] = useState(codeInAddress);
  useEffect(() => {
    void enrolledDevice().then((device) => setEnrolledAs(device?.id ?? null));
    // The code is scanned while this page is open.
    const scanned = (): void => setCode(codeInAddress());
    addEventListener('hashchange', scanned);
    return () => removeEventListener('hashchange', scanned);
  }, []);

  if (enrolledAs === undefined) return null;
  return (
    <section className="stack" aria-labelledby="enrol">
      <h2 id="enrol">{t('enrol.title')}</h2>
      <p className={enrolledAs === null ? 'note warn' : 'note ok'} role="status">
        {t(enrolledAs === null ? 'enrol.not' : 'enrol.done')}
      </p>
      {(enrolledAs === null || code !== '') && (
        <EnrolForm
          code={code}
          onCode={setCode}
          enrolledAs={enrolledAs}
          onEnrolled={() => void enrolledDevice().then((device) => setEnrolledAs(device?.id ?? null))}
        />
      )}
    </section>
  );
}

interface FormProps {
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly enrolledAs: string | null;
  readonly onEnrolled: () => void;
}

function EnrolForm({ code, onCode, enrolledAs, onEnrolled }: FormProps) {
  const { t } = useWords();
  const [problem, setProblem] = useState<Problem>();
  const [chosen, setChosen] = useState<string>();
  const { known, own, choices } = useReplaceable(enrolledAs);
  const missing = choices.length > 0 && chosen === undefined;

  async function enrol(): Promise<void> {
    const replaces = own ?? (chosen === 'beside' ? undefined : chosen);
    const outcome = await enrolThisPhone(code.trim(), replaces);
    setProblem(typeof outcome === 'string' ? undefined : outcome);
    if (outcome === 'enrolled') onEnrolled();
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void enrol();
      }}
    >
      <TextField label={t('enrol.code')} value={code} required autoCapitalize="characters" onChange={({ target }) => onCode(target.value)} />
      {choices.length > 0 && <Chips label={t('enrol.replaces')} hint={t('enrol.replaces.hint')} choices={choices} value={chosen} onChoose={setChosen} />}
      {problem && <ProblemNote problem={problem} />}
      <Button does="acts" wide type="submit" disabled={!known || missing}>
        {t('enrol.act')}
      </Button>
    </form>
  );
}
