import { useEffect, useState } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { useWords } from '../../../shared/language/language.ts';
import { enrolThisPhone, isEnrolled } from '../../../shared/offline/index.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';

const codeInAddress = (): string => decodeURIComponent(location.hash.slice(1));

/** Whether this phone signs in the name of whoever is signed in, and how it comes to. The squad leader's QR code brings its code along. */
export function EnrolPhone() {
  const { t } = useWords();
  const [enrolled, setEnrolled] = useState<boolean>();
  const [code, setCode] = useState(codeInAddress);
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    void isEnrolled().then(setEnrolled);
    // The code is scanned while this page is open.
    const scanned = (): void => setCode(codeInAddress());
    addEventListener('hashchange', scanned);
    return () => removeEventListener('hashchange', scanned);
  }, []);

  async function enrol(): Promise<void> {
    const outcome = await enrolThisPhone(code.trim());
    setProblem(typeof outcome === 'string' ? undefined : outcome);
    if (outcome === 'enrolled') setEnrolled(true);
  }

  if (enrolled === undefined) return null;
  return (
    <section className="stack" aria-labelledby="enrol">
      <h2 id="enrol">{t('enrol.title')}</h2>
      <p className={enrolled ? 'note ok' : 'note warn'} role="status">
        {t(enrolled ? 'enrol.done' : 'enrol.not')}
      </p>
      {(!enrolled || code !== '') && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void enrol();
          }}
        >
          <TextField label={t('enrol.code')} value={code} required autoCapitalize="characters" onChange={({ target }) => setCode(target.value)} />
          {problem && <ProblemNote problem={problem} />}
          <Button does="acts" wide type="submit">
            {t('enrol.act')}
          </Button>
        </form>
      )}
    </section>
  );
}
